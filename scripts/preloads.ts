import fs from 'node:fs'
import path from 'node:path'
import { EARLY, lettersOf, oneLine, PAINT, PAINT_STYLE, type VolumesOf } from './first-paint'

// Into dist/h5/index.html: two small scripts. One asks for what the page at this address will ask for while the framework is
// still on its way; without it each page's own files wait for the one before to have run. The other paints today's event.
const ROOT = 'dist/h5'
const HOME = 'pages/home/index'

/** Chunks of each page, from Taro's route table in the app script. */
function chunksOfRoutes(app: string): Map<string, string[]> {
  const routes = new Map<string, string[]>()
  for (const [, route, load] of app.matchAll(/"?path"?:"([^"]+)","?load"?:function[^{]*\{return\[(.*?)\.then\(/g)) {
    routes.set(
      route!,
      [...load!.matchAll(/\.e\((\d+)\)/g)].map(match => match[1]!),
    )
  }
  return routes
}

/** Chunks that have a name carry it instead of their number; webpack's runtime in the app script knows which. */
function namesOfChunks(app: string): Map<string, string> {
  return new Map([...app.matchAll(/"?(\d+)"?:"(shared|charts)"/g)].map(match => [match[1]!, match[2]!]))
}

/** Files of a chunk, scripts and styles, as the page addresses them. */
function filesOf(chunk: string): string[] {
  return ['js', 'css'].flatMap(folder =>
    fs
      .readdirSync(path.join(ROOT, folder))
      .filter(name => name.startsWith(`${chunk}.`) && name.endsWith(`.${folder}`))
      .map(name => `./${folder}/${name}`),
  )
}

/** Volumes of the feed beside the page, `articles` or `episodes`. */
function volumesOf(kind: 'articles' | 'episodes'): VolumesOf {
  const folder = path.join(ROOT, 'feed')
  const names = fs.readdirSync(folder).filter(name => name.startsWith(`${kind}-`) && name.endsWith('.json'))
  const idsOf = (name: string) => {
    const volume = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Record<string, { id: string }[]>
    return volume[kind]!.map(({ id }) => id)
  }
  return lettersOf(Object.fromEntries(names.map(name => [name, idsOf(name)])))
}

/** Drawings of shelves and series; each has a dark one beside it. */
function coversOf(): string[] {
  return fs
    .readdirSync(path.join(ROOT, 'covers'))
    .flatMap(name => /^(?!e-\d|period-)([a-z-]+)\.svg$/.exec(name)?.[1] ?? [])
}

function main(): void {
  const page = path.join(ROOT, 'index.html')
  const html = fs.readFileSync(page, 'utf8')
  if (html.includes('data-early')) return
  const [name] = fs.readdirSync(path.join(ROOT, 'js')).filter(it => /^app\.[0-9a-f]+\.js$/.test(it))
  const app = name ? fs.readFileSync(path.join(ROOT, 'js', name), 'utf8') : ''
  const routes = chunksOfRoutes(app)
  const names = namesOfChunks(app)
  const files = Object.fromEntries(
    [...routes].map(([route, chunks]) => [route, chunks.flatMap(chunk => filesOf(names.get(chunk) ?? chunk))]),
  )
  if (!files[HOME]?.some(file => file.includes('shared')))
    throw new Error('在应用脚本里没有找到首页要的文件，Taro 或 webpack 的写法可能变了')
  const volumes = { a: volumesOf('articles'), e: volumesOf('episodes') }
  const early = `<script data-early>${oneLine(EARLY({ home: HOME, files, volumes, covers: coversOf() }))}</script>`
  const paint = `<style>${oneLine(PAINT_STYLE)}</style><script>${oneLine(PAINT)}</script>`
  // Before the styles, which hold up every script after them.
  const both = html
    .replace(/<meta charset="?utf-8"?\s*\/?>/i, charset => charset + early)
    .replace('<div id="app">', root => paint + root)
  fs.writeFileSync(page, both)
  console.log(`early files: ${routes.size} pages`)
}

main()
