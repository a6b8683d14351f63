import type { Problem } from './problem'

/** Problems as lines of text, grouped by file and ordered by line; repeated ones once. */
export function formatProblems(problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  const lines = sorted.map(
    ({ file, line, message, level }) => `${file}:${line}  ${level === 'error' ? '错误' : '提醒'}：${message}`,
  )
  return [...new Set(lines)]
}
