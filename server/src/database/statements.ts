/** Comments, quoted text and names, which may hold a semicolon; the end of a statement; anything else. */
const PART = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^-;'"]+|-/g

/**
 * The statements of a file of SQL, without those that are comments only. Without functions in it, as ours are: dollar quotes are not
 * known. A distributed PostgreSQL sends what it was sent on to its workers, and there it must be one statement.
 */
export function statementsOf(sql: string): string[] {
  const found: string[] = []
  let text = ''
  let empty = true
  const end = () => {
    if (!empty) found.push(text.trim())
    text = ''
    empty = true
  }
  for (const [part] of sql.matchAll(PART)) {
    if (part === ';') {
      end()
      continue
    }
    text += part
    if (!part.startsWith('--') && part.trim() !== '') empty = false
  }
  end()
  return found
}
