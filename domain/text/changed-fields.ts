/**
 * The titles of the fields that differ between two records, in the order of `titles`: the trace that an edit leaves. What is absent,
 * null and '' is the same; members of a list and keys of a field may come in any order.
 */
export function changedFields<Rec extends object>(
  titles: Readonly<Partial<Record<keyof Rec & string, string>>>,
  before: { [K in keyof Rec]?: unknown },
  after: { [K in keyof Rec]?: unknown },
): string[] {
  const keys = Object.keys(titles) as (keyof Rec & string)[]
  return keys.filter(key => plain(before[key]) !== plain(after[key])).map(key => titles[key]!)
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value as string[])].sort())
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return JSON.stringify(value === undefined || value === '' ? null : value)
}
