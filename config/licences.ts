import fs from 'node:fs'
import path from 'node:path'
import type Chain from 'webpack-chain'
import type { Compiler, Module } from 'webpack'

/** Terms that let everybody use a thing and pass it on, if its words go along. Others stop the build until somebody has read them. */
const KNOWN = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense']

/** Published without its licence, out of one repository with this one, which has it. */
const BESIDE: Record<string, string> = { '@tarojs/taro': '@tarojs/runtime', '@tarojs/taro-h5': '@tarojs/runtime' }

/** Files and folders in which a package says whose it is, and on what terms. */
const WORDS = /^(licen[cs]es?|unlicense|copying|notice)\b/i

/** What tools write or copy into what is shipped, so that no module tells of it: scripts/build/{service-worker,copies}.ts. */
const WRITTEN = {
  h5: [
    'webpack',
    'mini-css-extract-plugin',
    ...['core', 'precaching', 'routing', 'strategies'].map(it => `workbox-${it}`),
  ],
  weapp: ['webpack', 'tweetnacl'],
}

/** The web has them as a text, WeChat as a module of the page that shows them: it takes along no texts. */
export function addLicences(chain: Chain, root: string, platform: 'h5' | 'weapp'): void {
  const written = WRITTEN[platform].map(name => path.join(root, 'node_modules', name))
  const plugin =
    platform === 'h5'
      ? new Licences('licences.txt', written)
      : new Licences('subpackages/settings/licences/text.js', written, it => `module.exports=${JSON.stringify(it)}`)
  chain.plugin('licences').use(plugin)
}

/**
 * Emits as one more file the licence of every package that the bundle has something of (docs/decisions/0146-licences-go-along.md).
 * @param file where it goes
 * @param others folders of packages that tools write or copy into what is shipped: no module tells of them
 * @param write the file's text, of all the licences together
 */
export class Licences {
  constructor(
    private readonly file: string,
    private readonly others: readonly string[],
    private readonly write = (licences: string) => licences,
  ) {}

  apply({ hooks, webpack: { Compilation, WebpackError, sources } }: Compiler): void {
    const stage = { name: 'Licences', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }
    hooks.thisCompilation.tap('Licences', compilation =>
      compilation.hooks.processAssets.tap(stage, () => {
        const shipped = [...compilation.modules].filter(it => compilation.chunkGraph.getNumberOfModuleChunks(it) > 0)
        try {
          const text = this.write(licencesOf([...foldersOf(shipped), ...this.others]))
          compilation.emitAsset(this.file, new sources.RawSource(text))
        } catch (error) {
          compilation.errors.push(new WebpackError((error as Error).message))
        }
      }),
    )
  }
}

/** Folders of the packages that modules are of; those that the bundler has joined lie in one. */
function foldersOf(modules: Module[]): string[] {
  const all = modules.flatMap(it => (it as { modules?: Module[] }).modules ?? it)
  return all.flatMap(it => folderOf(it.nameForCondition() ?? '') ?? [])
}

/** Some packages have copies of others among their own files, without saying what they are: those belong to them. */
function folderOf(file: string): string | undefined {
  const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0]
  return folder === undefined || fs.existsSync(path.join(folder, 'package.json')) ? folder : folderOf(folder)
}

/** In parts between dashes: names of packages, kind, words. Packages with the same words are together. */
function licencesOf(folders: readonly string[]): string {
  const alike = new Map<string, Set<string>>()
  for (const folder of new Set(folders)) {
    const { name, words } = packageAt(folder)
    alike.set(words, (alike.get(words) ?? new Set()).add(name))
  }
  const parts = [...alike].map(([words, names]) => `${[...names].sort().join('、')}\n${words}\n`)
  return parts.sort().join(`\n${'—'.repeat(24)}\n\n`)
}

/** @throws Error when its licence is not known, or not there */
function packageAt(folder: string): { name: string; words: string } {
  const described = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const { name = '', version, license = '' } = described
  if (!KNOWN.includes(license)) throw new Error(`${name} ${version} 的许可 ${license} 不认得：看过能用，再写进 KNOWN`)
  const from = BESIDE[name] ? path.join(folder.slice(0, -name.length), BESIDE[name]) : folder
  const files = filesIn(from).map(file => fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim())
  if (files.length === 0) throw new Error(`${name} ${version} 没有许可的原文：找到它，再写进 BESIDE`)
  return { name: `${name} ${version}`, words: [license, ...files].join('\n\n') }
}

function filesIn(folder: string, wanted = WORDS): string[] {
  const named = fs.readdirSync(folder, { withFileTypes: true }).filter(it => wanted.test(it.name))
  const files = named.map(it => ({ at: path.join(folder, it.name), isFolder: it.isDirectory() }))
  return files.flatMap(({ at, isFolder }) => (isFolder ? filesIn(at, /./) : at)).sort()
}
