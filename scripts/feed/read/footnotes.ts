import { CARRYING_LIMIT } from '../schema/fields'
import { markedOf, plainText, type Footnote, type TextDoc } from '../corpus/corpus'

type Fail = (line: number, message: string) => void

const FORM = '应当写成 “[^1]: 来源编号#行 原文的话”，行可以省略'

/** Reads a footnote's definition from its source text; undefined after reporting one that cannot be read. */
export function readFootnote(label: string, text: string, line: number, fail: Fail): Footnote | undefined {
  // Its words are quoted: what looks like Markdown in them is not.
  const plain = text
    .replace(/^\[\^[^\]]*\]:\s*/u, '')
    .replace(/\s*\n\s*/gu, '')
    .replace(/\\([\p{P}\p{S}])/gu, '$1')
    .trim()
  const { source, row, words } =
    /^(?<source>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?<row>\S+))?\s+(?<words>.+)$/u.exec(plain)?.groups ?? {}
  if (source === undefined || words === undefined) {
    fail(line, `脚注 [^${label}] 的出处读不懂；${FORM}`)
    return undefined
  }
  const length = [...words].length
  if (length > CARRYING_LIMIT)
    fail(line, `脚注 [^${label}] 抄了 ${length} 个字；应当不超过 ${CARRYING_LIMIT} 个字，只抄写着这件事的那几个字`)
  return { label, source, ...(row === undefined ? {} : { row }), words, line }
}

/** Every definition stands once and is used, and no mark stands where it marks nothing. Marks without a definition are not parsed as marks at all. */
export function checkMarks(doc: TextDoc, fail: Fail): void {
  const marked = markedOf(doc)
  const used = new Set(marked.flatMap(({ notes }) => notes.map(({ label }) => label)))
  const defined = new Set<string>()
  for (const { label, line } of doc.footnotes) {
    const key = label.toLowerCase()
    if (defined.has(key)) fail(line, `脚注 [^${label}] 写了两次；应当给后一条换一个标号，或删去它`)
    else if (!used.has(key)) fail(line, `脚注 [^${label}] 没有用到；应当在正文的句子后面写 [^${label}]，或删去这一条`)
    defined.add(key)
  }
  for (const { spans, notes } of marked) {
    const length = plainText(spans).length
    for (const { at, label, line } of notes) {
      if (at === 0) fail(line, `脚注 [^${label}] 前面没有字；应当写在它所证明的句子后面`)
      else if (at > length) fail(line, `脚注 [^${label}] 写在证据编号之后；应当写在它前面`)
    }
  }
}
