import type { Problem } from '../problem'
import type { Bundle } from '../compile/bundle'

/** kB is 1,000 bytes. A volume is read whole for one text, the catalog lies in the main package; the ledger is read by period, what it stands on when somebody asks. */
const LIMITS: [pattern: RegExp, limit: number, mend: string][] = [
  [/^(?:articles|episodes)-/u, 300_000, '应当在 content/shelves.yml 里把这一卷的年份（集数）分细'],
  [/^questions-/u, 300_000, '应当把 questionVolumes 的分卷分细'],
  [/^days-/u, 300_000, '应当精简这个月的条目'],
  [/^catalog\.json$/u, 150_000, '应当精简 domain/catalog/packed-catalog.ts 的行'],
  [/^(?:ledger|terms|events-.*)\.json$/u, 300_000, '应当把总账的这一卷分细（domain/catalog/packed-events.ts）'],
  [/^sources-/u, 300_000, '应当把来源的这一卷分细（domain/catalog/volume-names.ts）'],
]

/** No compiled file is larger than a phone should read at once. */
export function checkSizes(bundle: Bundle): Problem[] {
  return [...bundle].flatMap(([name, content]) => {
    const [, limit, mend] = LIMITS.find(([pattern]) => pattern.test(name)) ?? []
    const bytes = Buffer.byteLength(content)
    if (limit === undefined || bytes <= limit) return []
    return [
      {
        file: `dist/feed/${name}`,
        line: 1,
        message: `有 ${Math.ceil(bytes / 1000)} kB，超过 ${limit / 1000} kB；${mend}`,
        level: 'error' as const,
      },
    ]
  })
}
