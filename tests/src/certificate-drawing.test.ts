import { encode } from 'uqr'
import { encodeCertificate } from '@domain/contest/certificate'
import type { Pen } from '@/platform/media/card-drawing'
import { drawCertificate, PAPER } from '@/subpackages/contest/certificate/drawing'
import { CODE_PAPER, COLOURS } from '@/styles/tokens'

jest.mock('@/platform/page/unbroken', () => jest.requireActual<object>('@/platform/page/unbroken.h5'))

const LONGEST = {
  title: '题'.repeat(40),
  by: '区'.repeat(40),
  name: '名'.repeat(20),
  day: '2026-11-28',
  right: 100,
  questions: 100,
  band: '前 10%',
}
const CODE = encodeCertificate(LONGEST, Array(32).fill(7), Array(64).fill(9))

/** A pen that keeps what each pixel was filled with last, and where words were written. */
function paint(code = CODE, certificate = LONGEST) {
  const pixels: string[] = Array<string>(PAPER.width * PAPER.height).fill('')
  const words: { text: string; x: number; y: number; font: string }[] = []
  const pen = {
    fillStyle: '' as unknown,
    font: '',
    beginPath: () => undefined,
    arc: () => undefined,
    fill: () => undefined,
    // A Chinese character is as wide as it is high.
    measureText: (text: string) => ({ width: text.length * Number(/(\d+)px/.exec(pen.font)![1]) }),
    fillText: (text: string, x: number, y: number) => void words.push({ text, x, y, font: pen.font }),
    fillRect: (x: number, y: number, width: number, height: number) => {
      for (let row = y; row < y + height; row++) {
        for (let at = x; at < x + width; at++) pixels[row * PAPER.width + at] = String(pen.fillStyle)
      }
    },
  }
  drawCertificate(pen as unknown as Pen, certificate, code, 'e起学党史')
  return { words, at: (x: number, y: number) => pixels[Math.round(y) * PAPER.width + Math.round(x)] }
}

test('the code on the picture is the code, each module of it at least three pixels wide', () => {
  const { at } = paint()
  const { data, size } = encode(CODE, { ecc: 'M', border: 0 })
  const side = 320
  const module = side / (size + 8)
  expect(module).toBeGreaterThan(3)
  const wrong: string[] = []
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      const found = at(110 + (x + 4.5) * module, 840 + (y + 4.5) * module)
      if (found !== (dark ? COLOURS.light.ink : CODE_PAPER)) wrong.push(`${x},${y}: ${found}`)
    }),
  )
  expect(wrong).toEqual([])
  // The quiet zone.
  for (const i of [1, 2, 3]) expect(at(110 + i * module, 840 + i * module)).toBe(CODE_PAPER)
})

test('the longest names stand above the code and on the paper', () => {
  const { words } = paint()
  const left = words.filter(it => it.x === 110)
  expect(left.length).toBeGreaterThan(6)
  expect(left.filter(it => it.y > 825).map(it => it.text)).toEqual(['“核对证书”在“e起学党史”里，不用登录'])
  const wide = words.filter(it => it.x + it.text.length * Number(/(\d+)px/.exec(it.font)![1]) > PAPER.width - 20)
  expect(wide).toEqual([])
})

test('what it says is what is signed', () => {
  const short = { ...LONGEST, title: '十二月知识竞赛', by: '示例区', name: '王*', right: 18, questions: 20 }
  const said = paint(CODE, short).words.map(it => it.text)
  for (const text of ['十二月知识竞赛', '王*', '答对 18 题，共 20 题', '前 10%', '示例区', '2026年11月28日']) {
    expect(said).toContain(text)
  }
})

test('whoever is sent the picture is told in which app it is checked, under the code', () => {
  const line = paint().words.find(it => it.text.includes('“e起学党史”'))!
  expect(line.y).toBeGreaterThan(840 + 320 + 26)
  expect(line.y).toBeLessThan(PAPER.height - 26)
})
