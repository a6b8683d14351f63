/** A Markdown file's text with who approved it and when in its front matter, in the place of what stood there. */
export function withApproval(text: string, by: string, on: string): string {
  // A plain word needs no quotation marks in YAML.
  const name = /^[\p{L}\p{N}·]+$/u.test(by) && !/^\d/u.test(by) ? by : JSON.stringify(by)
  const line = `approved: { by: ${name}, on: ${on} }`
  const end = text.indexOf('\n---', 3)
  const head = text.slice(0, end)
  const kept = head
    .split('\n')
    .filter(row => !row.startsWith('approved:'))
    .join('\n')
  return `${kept}\n${line}${text.slice(end)}`
}
