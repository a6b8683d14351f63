import type { Problem } from '../problem'
import type { TextDoc } from '../corpus/corpus'
import { readFrontMatter } from './front-matter'
import { readMarkdown } from './markdown'
import type { ContentFile } from './tree'
import { readYaml } from './yaml'

/** One file after parsing and before validation; plain data, so that it can be cached. */
export interface ParsedFile {
  name: string
  value: unknown
  lines: Record<string, number>
  problems: Problem[]
  doc?: TextDoc
}

/** Bytes that are no character, and what nobody sees: control codes, other systems' line ends, turned writing, spaces without width. */
const UNREADABLE = /(?![\t\n])\p{Cc}|[\uFFFD\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u

function sayUnreadable(found: string): string {
  if (found === '\uFFFD') return '有读不出来的字；应当把文件存成 UTF-8'
  if (found === '\r') return '换行是旧式的（CR）；应当把文件存成 LF 或 CRLF 换行'
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `有看不见的字符 U+${code}；应当删掉它，照样子重打这几个字`
}

/** Parses one file of `content/`. Never throws. */
export function parseFile({ name, text, link }: ContentFile): ParsedFile {
  if (link) {
    const message = '这是一个链接，不会跟着它走；应当把文件本身放在这里'
    return { name, value: undefined, lines: {}, problems: [{ file: name, line: 1, message, level: 'error' }] }
  }
  const unreadable = UNREADABLE.exec(text)
  if (unreadable) {
    const line = text.slice(0, unreadable.index).split('\n').length
    const problem: Problem = { file: name, line, message: sayUnreadable(unreadable[0]), level: 'error' }
    return { name, value: undefined, lines: {}, problems: [problem] }
  }
  // JSON is YAML, so its lines are known too.
  if (!name.endsWith('.md')) return { name, ...readYaml(name, text) }
  const { yaml, body, bodyOffset } = readFrontMatter(name, text)
  const { doc, problems } = readMarkdown(name, body, bodyOffset)
  return { name, value: yaml.value, lines: yaml.lines, problems: [...yaml.problems, ...problems], doc }
}
