import type { Problem } from '../problem'
import type { TextDoc } from '../corpus/corpus'
import { readFrontMatter } from './front-matter'
import { readMarkdown } from './markdown'
import type { ContentFile } from './tree'
import { readYaml } from './yaml'
import { unreadableIn, unreadableRead } from './unreadable'

/** One file after parsing and before validation; plain data, so that it can be cached. */
export interface ParsedFile {
  name: string
  value: unknown
  lines: Record<string, number>
  problems: Problem[]
  doc?: TextDoc
}

/** Parses one file of `content/`. Never throws. */
export function parseFile({ name, text, link }: ContentFile): ParsedFile {
  if (link) {
    const message = '这是一个链接，不会跟着它走；应当把文件本身放在这里'
    return { name, value: undefined, lines: {}, problems: [{ file: name, line: 1, message, level: 'error' }] }
  }
  const unreadable = unreadableIn(name, text)
  if (unreadable.length > 0) return { name, value: undefined, lines: {}, problems: unreadable }
  // JSON is YAML, so its lines are known too.
  if (!name.endsWith('.md')) {
    const { value, lines, problems } = readYaml(name, text)
    return { name, value, lines, problems: [...problems, ...unreadableRead(name, value, lines)] }
  }
  const { yaml, body, bodyOffset } = readFrontMatter(name, text)
  const { doc, problems } = readMarkdown(name, body, bodyOffset)
  const { value, lines } = yaml
  return {
    name,
    value,
    lines,
    problems: [...yaml.problems, ...problems, ...unreadableRead(name, value, lines, doc)],
    doc,
  }
}
