import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { after } from 'node:test'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import type { Catalog, EpisodeMeta } from '../../domain/catalog/types'
import { MiniPackage } from './harness/package'
import type { Phone } from './harness/phone'
import { select, wordsOf } from './harness/tree'

/** Made by `npm run build:weapp`. */
export const PACKAGE = 'dist/weapp'

/** What a page says when something could not be read, or is not there; undefined when all is well. */
export function troubleOf(phone: Phone): string | undefined {
  return select(phone.root, '.empty__title')
    .map(wordsOf)
    .find(title => /^(这里没有读出来|没有这)/.test(title))
}

/** The catalog that lies in the package. */
export function packagedCatalog(): Catalog {
  const bytes = fs.readFileSync(path.join(PACKAGE, 'feed/catalog.json.br'))
  return unpackCatalog(JSON.parse(zlib.brotliDecompressSync(bytes).toString()) as PackedCatalog)
}

/** The first episode whose sound lies in a sub-package: it plays as it is, without a host. */
export function packagedSound(): EpisodeMeta {
  const packed = new MiniPackage(PACKAGE)
  const sounds = new Set(
    packed
      .roots()
      .filter(({ root }) => root.startsWith('media/'))
      .flatMap(({ root }) => packed.files(root))
      .map(({ file }) => path.basename(file)),
  )
  return packagedCatalog().episodes.find(it => it.media && sounds.has(it.media.file))!
}

/** Pages that only give a sub-package the page WeChat asks for. */
export const isKeep = (route: string): boolean => /(^|\/)keep\/index$/.test(route)

const most = <T>(items: T[], count: (item: T) => number): T => [...items].sort((a, b) => count(b) - count(a))[0]!

/** Ways to open each page that matter: the longest article, the fullest shelf. A page without an entry needs no query. */
function queries(catalog: Catalog): Record<string, string[]> {
  const { articles, episodes, shelves, series } = catalog
  const spoken = episodes.filter(it => it.kind === 'audio' && it.media)
  // In no package, and without a host: of these there are only the words.
  const films = episodes.filter(it => it.kind === 'video')
  const shelf = most(shelves, one => articles.filter(it => it.shelf === one.id).length)
  const row = most(series, one => episodes.filter(it => it.series === one.id).length)
  return {
    'subpackages/reader/article/index': ['id=a-0001', `id=${most(articles, it => it.chars).id}`],
    'subpackages/player/episode/index': [packagedSound(), most(spoken, it => it.seconds), films[0]!].map(
      it => `id=${it.id}`,
    ),
    'subpackages/player/tell/index': [`id=${most(episodes, it => it.seconds).id}`],
    'subpackages/library/shelf/index': [`id=${shelf.id}`, `series=${row.id}`, 'history=party'],
    'subpackages/library/search/index': ['', `q=${encodeURIComponent('周恩来')}`],
    'subpackages/library/course/index': ['id=changzheng'],
    'subpackages/library/ask/index': ['', `q=${encodeURIComponent('遵义会议是哪一年开的')}`],
    'subpackages/library/people/index': ['', 'id=zhou-enlai'],
    'subpackages/settings/finished/index': [`series=${row.id}`],
    'subpackages/exam/run/index': ['mode=practice&shelf=new-democratic', 'mode=daily'],
  }
}

/** Every page of the package with what it is opened with. */
export function addresses(catalog: Catalog): string[] {
  const known = queries(catalog)
  return new MiniPackage(PACKAGE)
    .pages()
    .flatMap(route => (known[route] ?? ['']).map(query => (query ? `${route}?${query}` : route)))
}

/** A copy of the package with something planted in one file; gone when the tests of the file are over. */
export function tampered(file: string, change: (text: string) => string): string {
  const folder = linked(() => true)
  rewrite(path.join(folder, file), change)
  return folder
}

/** A copy of the package whose catalog says that nobody has recorded this episode. Gone likewise. */
export function unrecorded({ media }: EpisodeMeta): string {
  // Its bytes are its own; the name is a number where it is the episode's id (domain/catalog/packed-catalog).
  const row = new RegExp(`,(?:\\d|"${media!.file}"),${media!.bytes},"[\\w-]+"(?:,[01],\\d+)?(?=\\])`)
  const scripts = fs.readdirSync(PACKAGE).filter(name => name.endsWith('.js'))
  const home = scripts.find(name => row.test(fs.readFileSync(path.join(PACKAGE, name), 'utf8')))
  if (!home) throw new Error('the catalog is in no script of the main package, or its rows are written otherwise now')
  return tampered(home, code => code.replace(row, ''))
}

/** A copy of the package's tabs alone, without a sub-package: enough to compile, and quick. Gone likewise. */
export function tabsAlone(): string {
  const { subPackages } = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const folder = linked(name => !subPackages.some(({ root }) => name === root || name.startsWith(`${root}/`)))
  rewrite(path.join(folder, 'app.json'), text => {
    const whole = JSON.parse(text) as { pages: string[] }
    const pages = whole.pages.filter(page => fs.existsSync(path.join(folder, `${page}.wxml`)))
    return JSON.stringify({ ...whole, pages, subPackages: undefined, preloadRule: undefined })
  })
  return folder
}

/** Changes a file of a copy; the one that it is linked to stays as it was. */
export function rewrite(file: string, change: (text: string) => string): void {
  const text = fs.readFileSync(file, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${file} holds nothing to change: the bundler may write it otherwise now`)
  fs.rmSync(file)
  fs.writeFileSync(file, changed)
}

function linked(wanted: (name: string) => boolean): string {
  fs.mkdirSync('.cache', { recursive: true })
  const folder = fs.mkdtempSync('.cache/weapp-')
  after(() => fs.rmSync(folder, { recursive: true, force: true }))
  // Linked, not copied: the sounds are megabytes. Only the file that changes becomes one of its own.
  for (const entry of fs.readdirSync(PACKAGE, { recursive: true, withFileTypes: true })) {
    const from = path.join(entry.parentPath, entry.name)
    const name = path.relative(PACKAGE, from)
    if (!wanted(name)) continue
    const to = path.join(folder, name)
    if (entry.isDirectory()) fs.mkdirSync(to, { recursive: true })
    else fs.linkSync(from, to)
  }
  return folder
}
