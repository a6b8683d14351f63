const DIGITS = '零一二三四五六七八九'
const SMALL = ['', '十', '百', '千']
const LARGE = ['', '万', '亿', '兆']

/** Reads digits one by one: `1921` → 一九二一, as years and telephone numbers are read. */
export function digitByDigit(digits: string): string {
  return [...digits].map(d => DIGITS[Number(d)] ?? d).join('')
}

function section(value: number): string {
  let out = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      zero = out !== ''
      continue
    }
    if (zero) out += '零'
    zero = false
    out += DIGITS[digit]! + SMALL[place]!
  }
  return out
}

/**
 * A whole number as it is said: `156` → 一百五十六, `10` → 十, `200000` → 二十万.
 * Takes digits as text, so that nothing above 2^53 loses precision; sixteen digits at most, longer ones are read digit by digit.
 */
export function cardinal(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain.length > 16) return digitByDigit(plain)
  if (plain === '0') return '零'
  const groups: string[] = []
  for (let end = plain.length; end > 0; end -= 4) groups.unshift(plain.slice(Math.max(0, end - 4), end))
  let out = ''
  let gap = false
  groups.forEach((group, i) => {
    const value = Number(group)
    if (value === 0) {
      gap = out !== ''
      return
    }
    if (out !== '' && (gap || value < 1000)) out += '零'
    gap = false
    out += section(value) + LARGE[groups.length - 1 - i]!
  })
  return out.replace(/^一十/, '十')
}

/** A decimal number: `3.14` → 三点一四. */
export function decimal(text: string): string {
  const [whole = '0', fraction] = text.split('.')
  return fraction === undefined ? cardinal(whole) : `${cardinal(whole)}点${digitByDigit(fraction)}`
}

/** 二 becomes 两 before a measure word and at the head of 千, 万, 亿, as people say it: 两个, 两千, 两万; but 二十, 二百, 十二个. */
export function counted(words: string): string {
  return words === '二' ? '两' : words.replace(/^二(?=[千万亿])/, '两')
}
