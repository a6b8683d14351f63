import { JOINER } from '@domain/text/line-ends'
import { unbroken } from '@/platform/page/unbroken'
import { COLOURS } from '@/styles/tokens'

/** What a share card says. */
export interface CardContent {
  /** Large, in red on the thread; empty for none. */
  year: string
  title: string
  lines: string[]
  footer: string
  /** A stroke for each year, in order, below the words. */
  years?: readonly { total: number; done: number }[]
}

export const CARD = { width: 750, height: 1000 }

// A card looks the same whatever theme it was made in.
const { paper: PAPER, red: RED, ink: INK, 'ink-2': INK_2, 'heat-1': PALE } = COLOURS.light
const SERIF = '"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif'
const SANS = '"PingFang SC","Noto Sans CJK SC",sans-serif'
const LEFT = 110
const RIGHT = CARD.width - 70

/** The 2d context that browsers and WeChat share. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillRect' | 'beginPath' | 'arc' | 'fill' | 'fillText' | 'measureText'
> & {
  fillStyle: unknown
  font: string
}

/** Draws a card: warm paper, the red thread with its knot, the year, the words. The same on both platforms. */
export function drawCard(pen: Pen, content: CardContent): void {
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, CARD.width, CARD.height)
  pen.fillStyle = RED
  pen.fillRect(70, 90, 4, CARD.height - 180)
  pen.beginPath()
  pen.arc(72, 180, 12, 0, Math.PI * 2)
  pen.fill()
  let y = 120
  if (content.year) {
    pen.font = `600 128px ${SERIF}`
    pen.fillText(content.year, LEFT, 220)
    y = 260
  }
  pen.fillStyle = INK
  const { lines, step } = setTitle(pen, content.title)
  for (const line of lines) pen.fillText(line, LEFT, (y += step))
  y += 30
  pen.fillStyle = INK_2
  pen.font = `32px ${SANS}`
  for (const text of content.lines) {
    for (const line of wrap(pen, text)) if (y < CARD.height - 150) pen.fillText(line, LEFT, (y += 54))
    y += 14
  }
  if (content.years) drawYears(pen, content.years, y + 20)
  pen.fillStyle = INK_2
  pen.font = `26px ${SANS}`
  pen.fillText(content.footer, LEFT, CARD.height - 70)
}

/** Sizes of a title, px, and the lines of each that leave room for what follows. */
const TITLE_SIZES = [
  { size: 52, step: 74, most: 4 },
  { size: 42, step: 62, most: 7 },
  { size: 34, step: 52, most: 9 },
]

/** Sets a title as large as it fits: a sentence may stand in its place. What is longer than all of them is cut, and says so. */
function setTitle(pen: Pick<Pen, 'measureText' | 'font'>, title: string): { lines: string[]; step: number } {
  let set = { lines: [title], step: 0 }
  for (const { size, step, most } of TITLE_SIZES) {
    pen.font = `600 ${size}px ${SERIF}`
    const lines = wrap(pen, title)
    set = { lines: lines.slice(0, most), step }
    if (lines.length <= most) return set
  }
  const last = set.lines.length - 1
  set.lines[last] = `${set.lines[last]!.slice(0, -1)}…`
  return set
}

/** From `top` down to the footer: pale for what there is of a year, ink for what was studied. */
function drawYears(pen: Pen, years: readonly { total: number; done: number }[], top: number): void {
  const step = (CARD.height - 130 - top) / years.length
  const most = Math.max(1, ...years.map(it => it.total))
  years.forEach(({ total, done }, i) => {
    if (total === 0) return
    const length = Math.max(12, (RIGHT - LEFT) * Math.sqrt(total / most))
    pen.fillStyle = PALE
    pen.fillRect(LEFT, top + i * step, length, step * 0.56)
    if (done === 0) return
    pen.fillStyle = INK
    pen.fillRect(LEFT, top + i * step, Math.max(8, (length * done) / total), step * 0.56)
  })
}

/** What stays on one line: month and day, a figure with the word that counts, a word of letters, or of Chinese where words can be told. */
const WHOLE = /\d+月(?:\d+日)?|\d[\d.,:%]*[\u4e00-\u9fff]?|[A-Za-z]+|[^](?:\u2060[^])*/gu

/** Cuts a text into lines that fit: not within a word, a date or a figure, nor before closing punctuation. */
export function wrap(pen: Pick<Pen, 'measureText'>, text: string): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.replace(/[\u4e00-\u9fff]{2,}/g, run => unbroken(run))
  for (const part of words.match(WHOLE) ?? []) {
    const piece = part.split(JOINER).join('')
    const closes = '，。、；：！？”’」』）》'.includes(piece)
    if (!closes && line && pen.measureText(line + piece).width > RIGHT - LEFT) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line ? [...lines, line] : lines
}
