import type { Built } from '../../src/first-paint/built'

/** Pages whose scripts are there after the first visit, whatever came of the rest: the tabs, an article, search. */
const PAGES = /^(pages\/|subpackages\/(reader\/article|library\/search)\/)/

/** What the tabs and the titles in search are made of; the days of the months are small, and which one it will be is not known. */
const FEED = /^feed\/(catalog|schedule|courses|objects|pinyin|everyday|rules|(days|weeks)-\d\d)\.json$/

/**
 * Which files of the web app belong to the install of its service worker.
 * @param html index.html as built: it names the app's own files and, for its first paint, those of every page
 * @throws Error when it does not
 */
export function firstPart(html: string): (url: string) => boolean {
  const built = /window\.built ?= ?(\{.*?\});/s.exec(html)?.[1]
  if (!built) throw new Error('index.html 里没有 window.built：首屏的写法可能变了')
  const { files } = JSON.parse(built) as Built
  const own = ownNames(html)
  const pages = Object.entries(files).flatMap(([route, names]) => (PAGES.test(route) ? names : []))
  const wanted = new Set([...own, ...pages.map(name => name.replace(/^\.\//, ''))])
  if (own.length === 0 || pages.length === 0) throw new Error('index.html 里没有找到应用自己的文件')
  return url => url === 'index.html' || url === 'manifest.webmanifest' || FEED.test(url) || wanted.has(url)
}

/** The app's own scripts and styles that index.html names, below its address. */
export function ownNames(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(it => it[1]!)
}

/** The order in which the rest comes: what opens pages first, then what is studied, then what it stands on. */
const ORDER = [/^js\//, /^css\//, /^feed\/questions-/, /^feed\/articles-/, /^feed\/(?!sources-)/, /^covers\//, /./]

/** The rest in the order in which it is worth having. */
export function inOrder(urls: readonly string[]): string[] {
  const rank = (url: string) => ORDER.findIndex(it => it.test(url))
  return [...urls].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
