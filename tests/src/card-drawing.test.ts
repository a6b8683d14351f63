import { CARD, drawCard, wrap, type Pen } from '@/platform/media/card-drawing'

jest.mock('@/platform/page/unbroken', () => jest.requireActual<object>('@/platform/page/unbroken.h5'))

/** Every character 30 wide: nineteen in a line. */
const pen = { measureText: (text: string) => ({ width: [...text].length * 30 }) as TextMetrics }

test('a date is never cut between its numbers and their words, wherever the line ends', () => {
  for (let before = 0; before < 25; before++) {
    const lines = wrap(pen, `${'字'.repeat(before)}1935年11月23日，红军12人走了2500里，75%`)
    expect(lines.join('')).toContain('1935年11月23日，红军12人走了2500里，75%')
    for (const line of lines) {
      expect(line).not.toMatch(/[\d月]$/)
      expect(line).not.toMatch(/^[，年月日人里%]/)
      expect([...line].length).toBeLessThanOrEqual(20)
    }
  }
})

test('a sentence is cut between two words, wherever the line ends', () => {
  for (let before = 0; before < 25; before++) {
    const lines = wrap(pen, `${'，'.repeat(before)}你可不能表现出任何失落的样子`)
    expect(lines.join('')).toBe(`${'，'.repeat(before)}你可不能表现出任何失落的样子`)
    for (const word of ['不能', '表现', '任何', '失落', '样子']) expect(lines.join('\n')).toContain(word)
  }
})

test('the first words of a text are kept whole like all others, however few fit in a line', () => {
  const sentence = '你可不能表现出任何失落的样子'
  for (let fit = 2; fit < sentence.length; fit++) {
    const narrow = { measureText: (text: string) => ({ width: [...text].length * (570 / fit) }) as TextMetrics }
    const lines = wrap(narrow, sentence)
    expect(lines.join('')).toBe(sentence)
    for (const word of ['不能', '表现', '任何', '失落', '样子']) expect(lines.join('\n')).toContain(word)
  }
})

test('a sentence in the place of a title is set smaller, and nothing comes to lie on the footer', () => {
  for (const length of [8, 40, 80, 120, 400]) {
    const drawn: { text: string; y: number; size: number }[] = []
    const paper: Pen = {
      fillStyle: '',
      font: '',
      fillRect: () => undefined,
      beginPath: () => undefined,
      arc: () => undefined,
      fill: () => undefined,
      fillText: (text, _x, y) => void drawn.push({ text, y, size: sizeOf(paper) }),
      measureText: text => ({ width: [...text].length * sizeOf(paper) }) as TextMetrics,
    }
    drawCard(paper, { year: '1935', title: '句'.repeat(length), lines: ['——《题目》'], footer: '页脚' })
    const title = drawn.filter(it => it.text.includes('句'))
    const shown = title.map(it => it.text).join('')
    expect(shown.includes('…')).toBe(length === 400)
    if (length < 400) expect(shown).toHaveLength(length)
    expect(drawn.find(it => it.text.includes('题目'))!.y).toBeLessThan(CARD.height - 150)
    expect(title.every(it => it.size <= (length > 40 ? 42 : 52))).toBe(true)
  }
})

const sizeOf = (pen: { font: string }) => Number(/(\d+)px/.exec(pen.font)![1])
