import path from 'node:path'
import { requireWithEsbuild } from '@tarojs/helper'
import type Chain from 'webpack-chain'
import type * as VolumeNames from '../domain/catalog/volume-names'

/** Taro reads this folder's TypeScript alone, so the file is read by its own reader. */
const { FEED_PACKAGES } = requireWithEsbuild(
  path.resolve(__dirname, '../domain/catalog/volume-names.ts'),
) as typeof VolumeNames

/** Number of the sub-package by name of each sound, as scripts/build has packed them; nothing where Taro is run without it. */
export const MEDIA_PACKAGE_OF = JSON.parse(process.env.MEDIA_PACKAGE_OF ?? '{}') as Record<string, number>

const MEDIA = Array.from({ length: Math.max(0, ...Object.values(MEDIA_PACKAGE_OF)) }, (_, i) => `media/${i + 1}`)

/** Sub-packages of WeChat that hold files and no page of ours: the feed's files, and sounds of 2 MB each. */
const FILE_PACKAGES = [...FEED_PACKAGES, ...MEDIA]

const KEEP = ['index.js', 'index.json', 'index.wxml']

/** What lies in each of them beside its files: the module that makes them readable, and the page that WeChat asks for. */
export const filePackageParts = (root: string, to: string) =>
  FILE_PACKAGES.flatMap(folder => [
    { from: path.join(root, 'config/weapp-ready.cjs'), to: `${to}/${folder}/ready.js` },
    ...KEEP.map(name => ({ from: path.join(root, 'config/weapp-keep', name), to: `${to}/${folder}/keep/${name}` })),
  ])

interface SubPackage {
  root: string
  pages: string[]
}
interface PluginContext {
  modifyMiniConfigs(
    change: (args: { configMap: Record<string, { content?: { subPackages?: SubPackage[] } }> }) => void,
  ): void
}

/** Taro plugin: names these sub-packages in app.json. Their page is WeChat's own, so Taro need not know of it. */
export default (ctx: PluginContext) => {
  ctx.modifyMiniConfigs(({ configMap }) => {
    const own = Object.values(configMap).find(it => it.content?.subPackages)!.content!.subPackages!
    for (const root of FILE_PACKAGES) if (!own.some(it => it.root === root)) own.push({ root, pages: ['keep/index'] })
  })
}

/** `MEDIA_DOWNLOADERS` in app.tsx: WeChat reads the paths of `require.async` without running the code, so each is spelled out. */
export function spellOutMedia(chain: Chain, { DefinePlugin }: typeof import('webpack')): void {
  const downloaders = MEDIA.map(folder => `function(){return require.async("./${folder}/ready.js")}`)
  chain.plugin('mediaDownloaders').use(DefinePlugin, [{ MEDIA_DOWNLOADERS: `[${downloaders.join(',')}]` }])
}
