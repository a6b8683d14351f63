import { wrap } from '@/platform/media/card-drawing'

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
