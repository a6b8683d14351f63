import type { Problem } from '../../../domain/feed/problem'
import type { TextDoc } from '../../../domain/feed/source'
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
  if (name.endsWith('.yml')) return { name, ...readYaml(name, text) }
  const { yaml, body, bodyOffset } = readFrontMatter(name, text)
  const { doc, problems } = readMarkdown(name, body, bodyOffset)
  return { name, value: yaml.value, lines: yaml.lines, problems: [...yaml.problems, ...problems], doc }
}
