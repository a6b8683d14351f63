/** A Markdown file's text with who approved what of it and when in its front matter, in the place of what stood there. */
export function withApproval(text: string, by: string, on: string, of: string): string {
  // A name in Chinese characters needs no quotation marks in YAML.
  const name = /^[\p{Script=Han}·]+$/u.test(by) ? by : JSON.stringify(by)
  const kept = withoutApproval(text)
  const end = kept.indexOf('\n---', 3)
  return `${kept.slice(0, end)}\napproved: { by: ${name}, on: ${on}, of: ${of} }${kept.slice(end)}`
}

/** The text without what was approved. */
export function withoutApproval(text: string): string {
  const end = text.indexOf('\n---', 3)
  const kept = text
    .slice(0, end)
    .split('\n')
    .filter(row => !row.startsWith('approved:'))
  return `${kept.join('\n')}${text.slice(end)}`
}
