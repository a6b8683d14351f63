import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Event {
  id: string
  [field: string]: unknown
}

/** Dates of the ledger as they are said: 1935-01-29 is also 1935年1月29日. */
function spelled(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/^(\d{4})-(\d{2})(?:-(\d{2}))?$/, (_, y: string, m: string, d: string | undefined) =>
      [`${y}年${Number(m)}月`, ...(d ? [`${Number(d)}日`] : [])].join(''),
    )
  if (value && typeof value === 'object')
    return Object.values(value)
      .map(it => spelled(it))
      .join(' ')
  return ''
}

/** What a film may show: front matter and words of its script, the events and persons it cites, and the articles it goes with. */
export interface Library {
  events: ReadonlyMap<string, string>
  /** Article id → its file's text. */
  articles: ReadonlyMap<string, string>
  /** Books in which a script can be checked, by id. */
  works: ReadonlyMap<string, string>
}

const under = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => it.isFile() && it.name.endsWith(ending))
    .map(it => readFileSync(join(it.parentPath, it.name), 'utf8'))

/** Reads what films are held against. @param content the folder `content` */
export function readLibrary(content: string): Library {
  const events = parse(readFileSync(join(content, 'events.yml'), 'utf8')) as Event[]
  const works = parse(readFileSync(join(content, 'works.yml'), 'utf8')) as { id: string; title: string }[]
  return {
    events: new Map(events.map(({ sources: _, ...it }) => [it.id, spelled(it)])),
    articles: new Map(
      under(join(content, 'articles'), '.md').flatMap(it => {
        const id = /^id: (\S+)$/m.exec(it)?.[1]
        return id ? [[id, it]] : []
      }),
    ),
    works: new Map(works.map(({ id, title }) => [id, title])),
  }
}

const withoutMarks = (text: string) => text.replace(/\[\^[^\]]+\]/g, '').replace(/\]\([^)]*\)/g, '')

/** All that a film of this script may say. @param source the script's file */
export function groundOf(source: string, { events, articles }: Library): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const about = parse(front) as { title?: string; subject?: string; summary?: string; articles?: string[] }
  const cited = (text: string) => [...text.matchAll(/\(event:([^)]+)\)/g)].map(([, id]) => events.get(id!) ?? '')
  const linked = (about.articles ?? []).map(id => articles.get(id) ?? '')
  return [
    about.title,
    about.subject,
    about.summary,
    withoutMarks(body),
    ...cited(body),
    ...linked.flatMap(it => [withoutMarks(it), ...cited(it)]),
  ].join('\n')
}

/** What the last card says: how many sources a script rests on; and, which is not the same, the books where it can be checked. */
export function restsOn(source: string, { works }: Library): { sources: string; books: string[] } {
  const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? []
  const { sources = [], verify_in = [] } = parse(front) as { sources?: string[]; verify_in?: string[] }
  const books = verify_in.flatMap(id => works.get(id) ?? [])
  return {
    sources: `${sources.length} 个来源，逐句列在文稿下面`,
    books: books.slice(0, 2).map(it => it.replace(/（[^）]*）/g, '')),
  }
}
