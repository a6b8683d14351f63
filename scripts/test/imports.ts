import fs from 'node:fs'
import path from 'node:path'

const ALIASES: [string, string][] = [
  ['@domain/', 'domain/'],
  ['@/', 'src/'],
]
const ENDINGS = ['', '.ts', '.tsx', '.js', '.json', '/index.ts', '/index.tsx']

/** What a file names in quotes and what lies there: imports, and files that it starts or reads (`'tests/browser/run.ts'`). */
function namedBy(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  const named = [...text.matchAll(/['"`]([^'"`\n]+\/[^'"`\n]+)['"`]/g)].map(it => it[1]!)
  return named.flatMap(name => {
    const alias = ALIASES.find(([prefix]) => name.startsWith(prefix))
    const place = alias
      ? alias[1] + name.slice(alias[0].length)
      : name.startsWith('.')
        ? path.join(path.dirname(file), name)
        : name
    const found = ENDINGS.map(ending => place + ending).find(it => fs.existsSync(it) && fs.statSync(it).isFile())
    return found && !found.startsWith('node_modules') ? [path.normalize(found)] : []
  })
}

/**
 * Everything that a file reaches through imports and through names of files, itself included. Paths are from the root.
 * It may name too much (a path in a comment), not too little for what is written out as one string.
 */
export function reachOf(file: string, known = new Map<string, string[]>()): Set<string> {
  const seen = new Set<string>()
  const queue = [path.normalize(file)]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (!/\.(ts|tsx|js|mjs|cjs)$/.test(next)) continue
    let named = known.get(next)
    if (!named) known.set(next, (named = namedBy(next)))
    queue.push(...named)
  }
  return seen
}
