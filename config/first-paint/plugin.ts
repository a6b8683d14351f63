import path from 'node:path'
import type Chain from 'webpack-chain'
import type { Chunk, Compilation, Compiler } from 'webpack'
import type { Built } from '../../src/first-paint/built'
import { tokens } from '../styles'
import { scheduleOf, coversOf, feedReady, volumesOf } from './feed-files'

const NAME = 'FirstPaint'
/** Scripts of src/first-paint that stand in index.html itself: one in its head, one first in its body. */
const SCRIPTS = ['ask', 'paint'] as const
const HOME = 'pages/home/index'
const APP = 'app'

/**
 * Puts the two scripts of src/first-paint into index.html with what they need to know of this build. Without them each
 * page's own files wait until the framework has come and run, and then for one another.
 */
export class FirstPaint {
  /** Entries that the page's generator leaves alone: two stand in index.html itself, the app is named by the template. */
  readonly excludeChunks = [...SCRIPTS, APP]
  private pages = new Map<string, { getFiles(): string[] }>()

  constructor(private readonly root: string) {}

  addTo(chain: Chain): void {
    for (const script of SCRIPTS) chain.entry(script).add(path.join(this.root, 'src/first-paint', `${script}.ts`))
    chain.plugin(NAME).use({ apply: (compiler: Compiler) => this.apply(compiler) })
  }

  /** Values of the template src/index.html. */
  readonly templateParameters = async (compilation: Compilation): Promise<Record<string, unknown>> => {
    await feedReady(process.env.FEED_READY)
    const app = loadable(compilation.entrypoints.get(APP)!.getFiles())
    const script = app.find(file => file.endsWith('.js'))
    if (!script) throw new Error('应用入口没有生成脚本，bundler 的写法可能变了')
    return {
      ...tokens().COLOURS,
      inUrl: encodeURIComponent,
      built: JSON.stringify(this.built(script)).replace(/</g, '\\u003c'),
      script,
      styles: app.filter(file => file.endsWith('.css')),
      ...Object.fromEntries(SCRIPTS.map(script => [script, sourceOf(compilation, script)])),
    }
  }

  private apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, compilation => {
      compilation.hooks.afterChunks.tap(NAME, () => this.findPages(compilation))
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        for (const script of SCRIPTS) compilation.deleteAsset(fileOf(compilation, script))
      })
    })
  }

  /** Taro's entry loads each page by an `import()`; the bundler knows which chunks that brings. */
  private findPages({ entries, moduleGraph, chunkGraph }: Compilation): void {
    const src = path.join(this.root, 'src')
    for (const dependency of entries.get(APP)!.dependencies) {
      for (const block of moduleGraph.getModule(dependency)?.blocks ?? []) {
        const page = moduleGraph.getModule(block.dependencies[0]!) as { resource?: string } | null
        const group = chunkGraph.getBlockChunkGroup(block)
        if (!page?.resource || !group) continue
        const { dir, name } = path.parse(path.relative(src, page.resource))
        this.pages.set(`${dir}/${name}`, group)
      }
    }
    if (!this.pages.has(HOME)) throw new Error('在应用入口里没有找到首页，Taro 引入页面的写法可能变了')
  }

  private built(app: string): Built {
    const files = [...this.pages].map(([route, group]) => [route, loadable(group.getFiles())])
    const feed = path.join(this.root, 'dist/feed')
    return {
      app,
      files: Object.fromEntries(files),
      volumes: { a: volumesOf(feed, 'articles'), e: volumesOf(feed, 'episodes') },
      schedule: scheduleOf(feed),
      covers: coversOf(path.join(this.root, 'content/covers')),
    }
  }
}

const loadable = (files: readonly string[]) => files.flatMap(file => (/\.(js|css)$/.test(file) ? `./${file}` : []))

function fileOf(compilation: Compilation, script: string): string {
  const chunk = compilation.namedChunks.get(script) as Chunk
  return [...chunk.files][0]!
}

const sourceOf = (compilation: Compilation, script: string): string =>
  compilation.getAsset(fileOf(compilation, script))!.source.source().toString()
