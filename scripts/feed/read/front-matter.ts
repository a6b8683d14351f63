import type { Problem } from '../problem'
import { readYaml, type YamlFile } from './yaml'

export interface FrontMatter {
  yaml: YamlFile
  body: string
  /** Lines above the body. */
  bodyOffset: number
}

/** Splits a Markdown file into its YAML front matter and its body. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const rows = text.split('\n')
  const close = rows.indexOf('---', 1)
  if (rows[0] !== '---' || close < 0) {
    const problem: Problem = {
      file,
      line: 1,
      message: '没有文件头；应当以一行 --- 开始，写完字段再写一行 ---',
      level: 'error',
    }
    return { yaml: { value: undefined, lines: {}, problems: [problem] }, body: text, bodyOffset: 0 }
  }
  return {
    yaml: readYaml(file, rows.slice(1, close).join('\n'), 1),
    body: rows.slice(close + 1).join('\n'),
    bodyOffset: close + 1,
  }
}
