import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  visit,
  type YAMLError,
} from 'yaml'
import type { Problem } from '../problem'

export interface YamlFile {
  value: unknown
  /** Dotted path → line. */
  lines: Record<string, number>
  problems: Problem[]
}

const CAUSES: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '缩进不对；应当用空格对齐，同级的行左端一样',
  DUPLICATE_KEY: '同一个字段写了两次；应当只留一个',
  TAB_AS_INDENT: '用了制表符缩进；应当改用空格',
  MISSING_CHAR: '少了引号、逗号或括号；应当补上',
  UNEXPECTED_TOKEN: '这里的符号放错了；应当检查冒号、引号和方括号是否成对',
  BLOCK_AS_IMPLICIT_KEY:
    '冒号的位置不对，或者下一行多缩进了；应当让同级的行左端一样，值里有“: ”时把整个值用双引号括起来',
  MULTILINE_IMPLICIT_KEY: '字段名不能换行；应当检查上一行是否少了冒号或引号',
}

/** Reads YAML with the line of every field. Never throws: what cannot be read is a problem. `offset` lines stand above the text. */
export function readYaml(file: string, text: string, offset = 0): YamlFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineOf = (position: number) => counter.linePos(Math.max(0, position)).line + offset
  // What the parser says after the first is mostly about what it took the rest for.
  const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  const told = document.errors.filter(error => error.code === 'DUPLICATE_KEY' || error === first)
  const problems = told.map<Problem>(error => ({
    file,
    line: lineOf(error.pos[0]),
    message: CAUSES[error.code] ?? `YAML 写法有误（${error.message}）；应当改正这一行的写法`,
    level: 'error',
  }))
  const lines: Record<string, number> = Object.create(null)
  // A repeated key can still be read; anything else would be guessing.
  if (first) return { value: undefined, lines, problems }
  const strange = strangeIn(document)
  if (strange) {
    const problem: Problem = { file, line: lineOf(strange.at), message: strange.message, level: 'error' }
    return { value: undefined, lines, problems: [...problems, problem] }
  }
  try {
    note(document.contents, '', lines, lineOf)
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown, lines, problems }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      value: undefined,
      lines,
      problems: [{ file, line: offset + 1, message: `YAML 读不出来（${reason}）；应当不用锚点和别名`, level: 'error' }],
    }
  }
}

/** What YAML knows and content never needs; an alias within what it names has no end. */
function strangeIn(document: Document): { at: number; message: string } | undefined {
  let found: { at: number; message: string } | undefined
  visit(document, {
    Alias: (_key, { range, source }) => {
      found = { at: range?.[0] ?? 0, message: `用了别名 *${source}；应当把它代表的内容写出来` }
      return visit.BREAK
    },
    Pair: (_key, { key }) => {
      if (isScalar(key) || isAlias(key)) return undefined
      found = { at: (key as Node | null)?.range?.[0] ?? 0, message: '字段名是一组值；应当是一个词' }
      return visit.BREAK
    },
  })
  return found
}

function note(node: unknown, path: string, lines: Record<string, number>, lineOf: (position: number) => number): void {
  const start = (node as Node | null)?.range?.[0]
  if (start !== undefined && !Object.hasOwn(lines, path)) lines[path] = lineOf(start)
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (isSeq(node)) node.items.forEach((item, index) => note(item, below(index), lines, lineOf))
  if (!isMap(node)) return
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const key = below(String(pair.key.value))
    const keyStart = pair.key.range?.[0]
    if (keyStart !== undefined) lines[key] = lineOf(keyStart)
    note(pair.value, key, lines, lineOf)
  }
}
