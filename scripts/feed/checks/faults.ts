import { Validation } from '../corpus/validate'
import type { Sourced } from '../corpus/corpus'
import { proseOf } from '../overlap/own-texts'
import { errorAt, lineAt, type Problem } from '../problem'
import type { FaultList, Reading } from '../read/faults'
import type { ParsedFile } from '../read/parse-file'
import { faultSchema, FAULT_KINDS, type Fault } from '../schema/fault'
import { outsideQuotes, withoutSpaces } from '../text/comparable'

/** What a reading objected to stands nowhere again in the text of which it was said. */
export function checkFaults({ file, readings }: FaultList, files: readonly ParsedFile[]): Problem[] {
  const validation = new Validation()
  const rows = validation.list(file.name, file, faultSchema)
  const find = finderIn(files)
  const names = files.map(({ name }) => name)
  const refused = file.problems.length + validation.problems.length > 0
  return [
    ...file.problems,
    ...validation.problems,
    ...(refused ? [] : checkCounted(file.name, rows, readings)),
    ...rows.flatMap(row => {
      const said = readings.get(row.value.reading)
      const sentence = drawnSentence(said, row.value.number)
      return [...checkSaid(row, said, sentence), ...checkWatched(row, sentence, names), ...checkStands(row, find)]
    }),
  ]
}

/** A record counts its faults in its headings (`### 写错（2）`): each has a row. */
function checkCounted(file: string, rows: Sourced<Fault>[], readings: FaultList['readings']): Problem[] {
  const numbers = new Map<string, Set<Fault['number']>>()
  for (const { value } of rows) numbers.set(value.reading, (numbers.get(value.reading) ?? new Set()).add(value.number))
  return [...readings].flatMap(([reading, { record }]): Problem[] => {
    const counted = countFaults(record)
    const listed = numbers.get(reading)?.size ?? 0
    if (listed >= counted) return []
    const message = `${reading} 判出 ${counted} 处毛病，这里有 ${listed} 处；应当一处一行添上`
    return [{ file, line: 1, message, level: 'error' }]
  })
}

const UNJUDGED = /拿不准|没有抽中|以外/u

function countFaults(record: string): number {
  const headings = (record.match(/^##.*$/gmu) ?? []).filter(heading => !UNJUDGED.test(heading))
  return headings
    .flatMap(heading => [...heading.matchAll(/（(\d+)）|：(\d+) 句/gu)])
    .reduce((sum, [, after = '', before = '']) => sum + Number(after || before), 0)
}

/** Words that nobody objected to would be watched for in vain. */
function checkSaid({ at, value }: Sourced<Fault>, said: Reading | undefined, sentence: string | undefined): Problem[] {
  const { reading, number, words } = value
  if (!said) return [errorAt(at, 'reading', `没有核读 ${reading}；应当写 docs/content-review 里的一次`)]
  if (said.drawn === undefined) return []
  if (sentence === undefined) return [errorAt(at, 'number', `${reading} 没有抽到 ${number}；应当写单子上的号数`)]
  const wanted = withoutSpaces(words)
  if (withoutSpaces(sentence).includes(wanted) || withoutSpaces(said.record).includes(wanted)) return []
  return [errorAt(at, 'words', `“${words}”不在 ${reading} 抽到的第 ${number} 句里；应当一字不差地抄`)]
}

/** A row that looks into another text than the drawn one, or beside words that the drawn sentence had, watches nothing. */
function checkWatched(
  { at, value }: Sourced<Fault>,
  sentence: string | undefined,
  names: readonly string[],
): Problem[] {
  const { reading, number, file, beside } = value
  if (sentence === undefined) return []
  const drawn = /`([\w-]+\.md):\d+`/u.exec(sentence)?.[1]
  // A text that was renamed since is watched under its name of today.
  const another =
    drawn !== undefined &&
    names.includes(file) &&
    !file.endsWith(`/${drawn}`) &&
    names.some(it => it.endsWith(`/${drawn}`))
  return [
    ...(another
      ? [errorAt(at, 'file', `${reading} 第 ${number} 句抽自 ${drawn}，不是 ${file}；应当写抽到的那个文件`)]
      : []),
    ...(beside !== undefined && withoutSpaces(sentence).includes(withoutSpaces(beside))
      ? [errorAt(at, 'beside', `“${beside}”抽到的第 ${number} 句里原来就有，这样什么也看不住；应当写改的时候补上的字`)]
      : []),
  ]
}

const drawnSentence = (said: Reading | undefined, number: Fault['number']) =>
  said?.drawn === undefined ? undefined : new RegExp(`^${number}\\. .*$`, 'mu').exec(said.drawn)?.[0]

function checkStands({ at, value }: Sourced<Fault>, find: Finder): Problem[] {
  const { reading, number, kind, file, words, stands } = value
  const found = find(value)
  if (found === undefined) {
    const what = typeof number === 'string' ? `${file} 里没有 ${number}` : `没有 ${file}`
    return [errorAt(at, 'file', `${what}；应当写它现在的文件，不再发布的把这一行删去`)]
  }
  const named = typeof number === 'number' ? `${reading} 第 ${number} 句` : `${reading} 的 ${number} `
  if (stands === undefined) {
    const row = `${at.file}:${lineAt(at)}`
    const message = `“${words}”是 ${named}判过的（${FAULT_KINDS[kind]}，${row}）；应当照核读改，后来判为不错的，在那一行写 stands 和理由`
    return found.slice(0, 1).map(line => ({ file, line, message, level: 'error' }))
  }
  if (found.length > 0) return []
  return [errorAt(at, 'stands', `${named}已经改了；应当去掉 stands，原来判为不错的把这一行删去`)]
}

/** A paragraph or a field without spaces: whole, and without what it quotes. */
interface Piece {
  line: number
  text: string
  own: string
}

/** The lines on which a fault stands; undefined when its text does not exist. */
type Finder = (fault: Fault) => number[] | undefined

function finderIn(files: readonly ParsedFile[]): Finder {
  const named = new Map(files.map(file => [file.name, file]))
  const read = new Map<string, Piece[]>()
  const piecesOf = (file: ParsedFile) => {
    const known = read.get(file.name)
    if (known) return known
    const pieces = proseOf(file).map(({ line, text }) => {
      const plain = withoutSpaces(text)
      return { line, text: plain, own: outsideQuotes(plain) }
    })
    read.set(file.name, pieces)
    return pieces
  }
  return ({ file, number, kind, words, beside }) => {
    const text = named.get(file)
    if (!text || (typeof number === 'string' && !hasItem(text, number))) return undefined
    const plain = withoutSpaces(words)
    // A quotation may say what a text of ours must not.
    const stands =
      kind === 'copied'
        ? ({ own }: Piece) => own.includes(outsideQuotes(plain))
        : ({ text: all }: Piece) => all.includes(plain)
    const mended = ({ text: all }: Piece) => beside !== undefined && all.includes(withoutSpaces(beside))
    return piecesOf(text)
      .filter(piece => stands(piece) && !mended(piece))
      .map(({ line }) => line)
  }
}

const hasItem = ({ value }: ParsedFile, id: string) =>
  Array.isArray(value) && value.some(item => (item as { id?: unknown } | null)?.id === id)
