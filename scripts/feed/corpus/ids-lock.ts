import type { Problem } from '../problem'
import type { Corpus } from './corpus'
import { shingles } from '../text/shingles'

const FILE = 'content/ids.lock'
const KINDS = ['article', 'episode', 'event', 'person', 'question', 'term'] as const
type Kind = (typeof KINDS)[number]

/** One line of `content/ids.lock`: an id that has been published, and what it stood for. */
export interface LockedId {
  id: string
  kind: Kind
  /** `retired`: the id must not come back. `withheld`: it waits in `content/withheld` and may. */
  state?: 'retired' | 'withheld'
  title: string
  line: number
}

const HEADER =
  '# 发布过的编号，由 npm run feed -- --record-ids 写出。编号不可删除、不可改作他用；种类之后的 withheld 是暂时撤下、可以回来，retired 是作废、不再用。\n'
const LINE = /^(?<id>\S+) (?<kind>\w+)(?: (?<state>retired|withheld))? (?<title>.+)$/u

/** Reads the lock file. */
export function parseLock(text: string): { locked: LockedId[]; problems: Problem[] } {
  const locked: LockedId[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  const fail = (line: number, message: string) => void problems.push({ file: FILE, line, message, level: 'error' })
  text.split('\n').forEach((row, at) => {
    const line = at + 1
    if (row.trim() === '' || row.startsWith('#')) return
    const { id, kind, state, title } = LINE.exec(row)?.groups ?? {}
    if (id === undefined || title === undefined || !KINDS.includes(kind as Kind)) {
      fail(
        line,
        '这一行读不懂；应当写成 “a-0001 article 标题”，撤下的写成 “a-0001 article withheld 标题”，作废的写成 “a-0001 article retired 标题”',
      )
    } else if (seen.has(`${kind} ${id}`)) fail(line, `${id} 登记了两次；应当只留一行`)
    else {
      seen.add(`${kind} ${id}`)
      locked.push({
        id,
        kind: kind as Kind,
        ...(state === undefined ? {} : { state: state as 'retired' | 'withheld' }),
        title,
        line,
      })
    }
  })
  return { locked, problems }
}

interface Named {
  id: string
  kind: Kind
  title: string
}
const keyed = (items: readonly Named[]) =>
  new Map(items.map(item => [`${item.kind} ${item.id}`, { ...item, title: item.title.replace(/\s+/gu, ' ') }]))

function withheld(corpus: Corpus): Map<string, Named> {
  return keyed(
    corpus.withheld.flatMap(({ kind, value: { id, title } }) => (kind === 'day' ? [] : [{ id, kind, title }])),
  )
}

function published(corpus: Corpus): Map<string, Named> {
  const items = [
    ...corpus.articles.map(({ value: { id, title } }) => ({ id, kind: 'article' as const, title })),
    ...corpus.episodes.map(({ value: { id, title } }) => ({ id, kind: 'episode' as const, title })),
    ...corpus.questions.map(({ value: { id, stem } }) => ({ id, kind: 'question' as const, title: stem })),
    ...corpus.events.map(({ value: { id, title } }) => ({ id, kind: 'event' as const, title })),
    ...corpus.people.map(({ value: { id, name } }) => ({ id, kind: 'person' as const, title: name })),
    ...corpus.glossary.map(({ value: { id, term } }) => ({ id, kind: 'term' as const, title: term })),
  ]
  return keyed(items)
}

/** A title that shares no two characters with the recorded one is taken for another item. */
function resembles(a: string, b: string): boolean {
  const other = shingles(b, 2)
  return a === b || [...shingles(a, 2)].some(pair => other.has(pair))
}

/** No recorded id is missing (unless a file could not be read: it may stand there), taken for something else, or back from retirement. `renamed` ids may have another title. */
export function checkLock(locked: readonly LockedId[], corpus: Corpus, renamed: readonly string[]): Problem[] {
  const shipped = published(corpus)
  const waiting = withheld(corpus)
  return locked.flatMap(({ id, kind, state, title, line }): Problem[] => {
    const key = `${kind} ${id}`
    const item = shipped.get(key) ?? waiting.get(key)
    const fail = (message: string): Problem[] => [{ file: FILE, line, message, level: 'error' }]
    if (state === 'retired')
      return item ? fail(`${id} 已经作废（《${title}》），又被用来写《${item.title}》；应当换一个没用过的编号`) : []
    if (!item)
      return corpus.unread || corpus.broken.has(id)
        ? []
        : fail(
            `${id}（《${title}》）发布过，现在没有了；应当恢复它，或移到 content/withheld 并写明原因，或在这一行的 ${kind} 之后写上 retired`,
          )
    if (!resembles(title, item.title) && !renamed.includes(id))
      return fail(
        `${id} 登记的是《${title}》，现在是《${item.title}》；另写一条应当用新编号，只是改题目则运行 npm run feed -- --record-ids --renamed ${id}`,
      )
    if (shipped.has(key) === (state === undefined)) return []
    const now = state === undefined ? '已经撤到 content/withheld' : '已经回来了'
    return [
      { file: FILE, line, message: `${id} ${now}；应当运行 npm run feed -- --record-ids 记下来`, level: 'warning' },
    ]
  })
}

/** The lock file with everything now published or withheld added. Retired ids stay. */
export function writeLock(locked: readonly LockedId[], corpus: Corpus): string {
  const rows = new Map(
    locked.map(({ id, kind, state, title }) => [
      `${kind} ${id}`,
      `${id} ${kind}${state === undefined ? '' : ` ${state}`} ${title}`,
    ]),
  )
  for (const [key, { id, kind, title }] of withheld(corpus)) rows.set(key, `${id} ${kind} withheld ${title}`)
  for (const [key, { id, kind, title }] of published(corpus)) rows.set(key, `${id} ${kind} ${title}`)
  return `${HEADER}${[...rows.values()].sort().join('\n')}\n`
}
