import { COLOURS } from '../../../../src/styles/tokens.ts'
import { escapeHtml } from './escape.ts'

/**
 * A film's frame, px. The picture stands above; below it is a band of paper that stays empty: there lie the platform's controls and, in
 * full screen, the captions.
 */
export const FRAME = { width: 1280, height: 720, picture: 570, margin: 72 }

/** Frames a second. */
export const RATE = 12

/** No letter of a film is smaller, of 720 px. */
export const SMALLEST = 44

const { light } = COLOURS
export const INK = {
  paper: light.sunk,
  sheet: light.surface,
  line: light.line,
  pale: light['line-strong'],
  ink: light.ink,
  soft: light['ink-2'],
  red: light.red,
}

export type Colour = keyof typeof INK
export type Face = 'serif' | 'sans'

export interface TextStyle {
  x: number
  /** Of the base line. */
  y: number
  size?: number
  face?: Face
  fill?: Colour
  anchor?: 'start' | 'middle' | 'end'
  opacity?: number
}

/** px to a tenth: the same picture is the same string. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** One line of text; nothing while it is not to be seen. */
export function text(words: string, style: TextStyle): string {
  const { x, y, size = SMALLEST, face = 'sans', fill = 'ink', anchor = 'start', opacity = 1 } = style
  if (opacity <= 0 || words === '') return ''
  return `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}" class="${face}" fill="${INK[fill]}" text-anchor="${anchor}"${faded(opacity)}>${escapeHtml(words)}</text>`
}

/** The attribute for what is not wholly there. */
export function faded(opacity: number): string {
  return opacity >= 1 ? '' : ` opacity="${Math.round(opacity * 100) / 100}"`
}

/** How wide a line of text is, px: Chinese and its marks are as wide as they are high, digits and letters about half of it. */
export function widthOf(words: string, size: number = SMALLEST): number {
  let ems = 0
  for (const char of words)
    ems += /[ .,:·]/.test(char) ? 0.34 : /[A-Z]/.test(char) ? 0.74 : /[!-~]/.test(char) ? 0.6 : 1
  return ems * size
}

/** A line drawn with a pen. `drawn` is how much of it is there, 0 to 1. */
export function stroke(d: string, colour: Colour, width: number, drawn = 1, more = ''): string {
  if (drawn <= 0) return ''
  const dash = drawn >= 1 ? '' : ` pathLength="1" stroke-dasharray="1 1" stroke-dashoffset="${(1 - drawn).toFixed(3)}"`
  return `<path d="${d}" fill="none" stroke="${INK[colour]}" stroke-width="${px(width)}" stroke-linecap="round" stroke-linejoin="round"${dash}${more}/>`
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words, each with the marks that close it. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of SEGMENTER.segment(text))
    if (words.length > 0 && /^[，。；：！？、”]+$/.test(segment)) words[words.length - 1] += segment
    else words.push(segment)
  return words
}

/** The longest beginning of a text that is no wider: whole words of it, but of a word that is wider by itself as much as there is room for. */
function fitting(words: string, size: number, width: number): string {
  let fits = ''
  for (const word of wordsOf(words)) {
    if (widthOf(fits + word, size) > width) break
    fits += word
  }
  if (fits) return fits
  const chars = [...words]
  let cut = 1
  while (cut < chars.length && widthOf(chars.slice(0, cut + 1).join(''), size) <= width) cut += 1
  return chars.slice(0, cut).join('')
}

/** A line of text cut so that none is longer than `width`: after a mark where there is one near, otherwise between two words. */
export function broken(words: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of words.match(/[^，。；：！？、]+[，。；：！？、”]*|./gu) ?? []) {
    if (line && widthOf(line + part, size) > width) {
      lines.push(line)
      line = ''
    }
    line += part
    while (widthOf(line, size) > width) {
      const fits = fitting(line, size, width)
      lines.push(fits)
      line = line.slice(fits.length)
    }
  }
  if (line) lines.push(line)
  return lines
}
