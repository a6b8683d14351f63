/** Names of packages with the kind of their licence, or a paragraph of its words; `key` is its place. */
export type Line = { key: number } & ({ names: string; kind: string } | { words: string })

/** What config/licences.ts has written, as the lines of a list. */
export function linesOf(text: string): Line[] {
  const parts = text.split(/^—+$/m).map(it => it.trim().split(/\n\s*\n/))
  const lines = parts.flatMap(([head = '', ...paragraphs]) => {
    const [names = '', kind = ''] = head.split('\n')
    // Broken for the width of a terminal, which no phone has.
    return [{ names, kind }, ...paragraphs.map(it => ({ words: it.trim().replace(/\s*\n\s*/g, ' ') }))]
  })
  return lines.map((line, key) => ({ ...line, key }))
}
