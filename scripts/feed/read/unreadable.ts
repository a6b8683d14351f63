import type { TextDoc } from '../corpus/corpus'
import type { Problem } from '../problem'

/**
 * Bytes that are no character, and what nobody sees: control codes, other systems' line ends, turned writing, spaces and joiners
 * without width, fillers, characters of private use; marks that lean on another character; and what looks like a character and is
 * its radical or its double (⼭, copied out of a PDF). With one of them inside, a number is no number, copied words are no copy, and
 * a search finds nothing.
 */
const UNREADABLE =
  /(?![\t\n])\p{Cc}|[\uFFFD\u2028\u2029]|\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Co}|\p{Mn}|\p{Me}|[\u2E80-\u2FDF\uF900-\uFAFF]/u

function sayUnreadable(found: string): string {
  if (found === '\uFFFD') return '有读不出来的字；应当把文件存成 UTF-8'
  if (found === '\r') return '换行是旧式的（CR）；应当把文件存成 LF 或 CRLF 换行'
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  if (/[\u2E80-\u2FDF\uF900-\uFAFF]/u.test(found))
    return `“${found}”（U+${code}）只是看着像那个字；应当照样子重打这个字`
  const what = /(?!\p{Default_Ignorable_Code_Point})\p{M}/u.test(found) ? '附在别的字上的符号' : '看不见的字符'
  return `有${what} U+${code}；应当删掉它，照样子重打这几个字`
}

/** What stands in a file as it was saved. */
export function unreadableIn(file: string, text: string): Problem[] {
  const found = UNREADABLE.exec(text)
  return found ? [problem(file, text.slice(0, found.index).split('\n').length, found[0])] : []
}

/** What was written by its code (`"\u200B"` in YAML, `&#8203;` in Markdown) and stands only in what was read. */
export function unreadableRead(file: string, value: unknown, lines: Record<string, number>, doc?: TextDoc): Problem[] {
  const problems: Problem[] = []
  const look = (text: string, line: number) => {
    const found = UNREADABLE.exec(text)
    if (found) problems.push(problem(file, line, found[0]))
  }
  const walk = (at: unknown, path: string, above: number) => {
    const line = lines[path] ?? above
    if (typeof at === 'string') look(at, line)
    else if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at)) {
        const below = path === '' ? key : `${path}.${key}`
        look(key, lines[below] ?? line)
        walk(inner, below, line)
      }
  }
  walk(value, '', 1)
  for (const block of doc?.blocks ?? [])
    if (block.kind === 'heading') look(block.text, block.line)
    else for (const { text, line } of block.spans) look(text, line)
  for (const { spans } of [...(doc?.why ?? []), ...(doc?.keyPoints ?? [])])
    for (const { text, line } of spans) look(text, line)
  for (const { words, line } of doc?.footnotes ?? []) look(words, line)
  return problems
}

function problem(file: string, line: number, found: string): Problem {
  return { file, line, message: sayUnreadable(found), level: 'error' }
}
