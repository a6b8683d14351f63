import { numbersIn } from '../../../feed/text/numerals.ts'
import { framesOf, pictureOf, type Film } from './film.ts'
import { kindOf } from './kinds.ts'
import { nameOf } from './storyboard.ts'
import { FRAME, RATE, SMALLEST, widthOf } from './stage.ts'

/** Seconds in which something on the picture has to change. */
export const STILL = 6

export interface Box {
  words: string
  size: number
  opacity: number
  left: number
  top: number
  right: number
  bottom: number
}

/** Every line of text on a picture, and where it stands. */
export function textsOf(picture: string): Box[] {
  return [...picture.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, inner]) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes!)?.[1]
    const words = inner!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    const size = Number(value('font-size'))
    const [x, y, width] = [Number(value('x')), Number(value('y')), widthOf(words, size)]
    const anchor = value('text-anchor')
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    return {
      words,
      size,
      opacity: Number(value('opacity') ?? 1),
      left,
      top: y - size * 0.86,
      right: left + width,
      bottom: y + size * 0.14,
    }
  })
}

type Area = Pick<Box, 'left' | 'top' | 'right' | 'bottom'>
const overlap = (a: Area, b: Area) =>
  a.left < b.right - 4 && b.left < a.right - 4 && a.top < b.bottom - 4 && b.top < a.bottom - 4

/** What is wrong with one picture: letters too small, words that leave it, reach into the band or stand on each other. */
function layoutProblems(picture: string): string[] {
  const boxes = textsOf(picture)
  const objects = [...picture.matchAll(/data-box="([^"]*)"/g)].map(([, four]) => {
    const [left, top, right, bottom] = four!.split(' ').map(Number) as [number, number, number, number]
    return { left, top, right, bottom }
  })
  return boxes.flatMap((box, i) => {
    const told: string[] = []
    if (box.size < SMALLEST) told.push(`“${box.words}”只有 ${box.size} 像素高；应当不小于 ${SMALLEST}`)
    if (box.left < 0 || box.right > FRAME.width || box.top < 0)
      told.push(`“${box.words}”太长，出了画面；应当写短，或换一个地方`)
    if (box.bottom > FRAME.picture) told.push(`“${box.words}”压到字幕的位置上；应当写短，或换一个地方`)
    if (objects.some(it => overlap(box, it))) told.push(`“${box.words}”写到物件上；应当写短，或不画物件`)
    for (const other of boxes.slice(i + 1))
      if (box.opacity > 0.3 && other.opacity > 0.3 && overlap(box, other))
        told.push(`“${box.words}”和“${other.words}”叠在一起；应当写短，或给地方写上 side`)
    return told
  })
}

/**
 * What is wrong with a film as it is drawn: its layout in every frame, and any time in which nothing changes.
 * @param longest seconds for which a picture may stand
 */
export function pictureProblems(film: Film, longest = STILL): string[] {
  const problems = new Set<string>()
  let before = ''
  let since = 0
  const still = (from: number, to: number) => {
    if (to - from <= longest * RATE) return
    const at = film.scenes.findLastIndex(({ start }) => start <= from / RATE + 1e-9)
    const seconds = (it: number) => (it / RATE).toFixed(1)
    problems.add(
      `${nameOf(at, film.scenes[at]!.data)}：从 ${seconds(from)} 秒到 ${seconds(to)} 秒没有变化；应当添一步，或早些换下一幕`,
    )
  }
  const frames = framesOf(film)
  for (let frame = 0; frame < frames; frame += 1) {
    const picture = pictureOf(film, frame)
    if (picture === before) continue
    still(since, frame)
    since = frame
    before = picture
    const at = film.scenes.findLastIndex(({ start }) => start <= frame / RATE + 1e-9)
    for (const it of layoutProblems(picture)) problems.add(`${nameOf(at, film.scenes[at]!.data)}：${it}`)
  }
  still(since, frames)
  return [...problems]
}

const bare = (words: string) => words.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

/**
 * What a film shows and its ground does not say: a number, a date, a name, a quotation.
 * @param ground the script, the events it cites and its articles, as text
 */
export function factProblems({ scenes }: Film, ground: string): string[] {
  const numbers = new Set(numbersIn(ground))
  const said = bare(ground)
  return scenes.flatMap(({ data }, i) =>
    kindOf(data)
      .claims(data)
      .flatMap(({ words, exact }) => {
        const where = nameOf(i, data)
        if (exact && !said.includes(bare(words))) return [`${where}：文稿和总账里都没有“${words}”`]
        return numbersIn(words)
          .filter(it => !numbers.has(it))
          .map(it => `${where}：“${words}”里的 ${it}，文稿和总账里都没有`)
      }),
  )
}
