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

/** Parses one file of `content/`. Never throws. */
export function parseFile({ name, text }: ContentFile): ParsedFile {
  if (text.includes('\uFFFD')) {
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length
    const problem: Problem = { file: name, line, message: '有读不出来的字；应当把文件存成 UTF-8', level: 'error' }
    return { name, value: undefined, lines: {}, problems: [problem] }
  }
  // JSON is YAML, so its lines are known too.
  if (!name.endsWith('.md')) return { name, ...readYaml(name, text) }
  const { yaml, body, bodyOffset } = readFrontMatter(name, text)
  const { doc, problems } = readMarkdown(name, body, bodyOffset)
  return { name, value: yaml.value, lines: yaml.lines, problems: [...yaml.problems, ...problems], doc }
}
