import type { z } from 'zod'

/** One schema issue in an editor's words, with the dotted path of the field. */
export interface SchemaProblem {
  path: string
  message: string
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at === null || typeof at !== 'object' ? undefined : Reflect.get(at, key)), value)

const KINDS: Record<string, string> = {
  string: '一段文字',
  number: '一个数',
  int: '一个整数',
  boolean: 'true 或 false',
  array: '一个列表，如 [a, b]',
  object: '一组“字段: 值”',
  record: '一组“字段: 值”',
}
const show = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === undefined ? '空' : text.length > 24 ? `${text.slice(0, 24)}…` : text
}

/** Zod's own messages begin in English (and may quote Chinese values); ours, set in the schemas, are Chinese. */
const isOurs = (message: string) => /^[一-鿿]/u.test(message)

/** Turns zod issues into what an editor can act on. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], input: unknown): SchemaProblem[] {
  return issues.flatMap(issue => explain(issue, input))
}

function explain(issue: z.core.$ZodIssue, input: unknown): SchemaProblem[] {
  const path = issue.path.map(String).join('.')
  const name = path === '' ? '这一条' : path
  const value = valueAt(input, issue.path)
  const tell = (message: string) => [{ path, message }]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: path === '' ? key : `${path}.${key}`,
      message: `不认识的字段 ${key}；应当去掉，或改成 docs/content-format.md 里的字段名`,
    }))
  }
  if (value === undefined && issue.code !== 'custom') {
    const needed = isOurs(issue.message) ? issue.message : ''
    return tell(`缺少字段 ${name}${needed.includes('应当') ? `：${needed}` : '；应当补上'}`)
  }
  if (isOurs(issue.message))
    return tell(
      `${name}：${issue.message}${issue.message.includes('应当') ? '' : '；应当照 docs/content-format.md 写'}`,
    )
  switch (issue.code) {
    case 'invalid_type':
      return tell(`${name} 写成了“${show(value)}”；应当是${KINDS[issue.expected] ?? issue.expected}`)
    case 'invalid_value':
      return tell(`${name} 不能是“${show(value)}”；应当是 ${issue.values.map(String).join('、')} 之一`)
    case 'too_small':
      return tell(`${name} 太小或太少；应当不少于 ${issue.minimum}`)
    case 'too_big':
      return tell(`${name} 太大或太多；应当不超过 ${issue.maximum}`)
    case 'invalid_key':
      return issue.issues.flatMap(inner => tell(`${name}：${inner.message}`))
    default:
      return tell(`${name} 写成了“${show(value)}”；应当照 docs/content-format.md 写`)
  }
}
