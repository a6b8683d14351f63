import fs from 'node:fs'
import path from 'node:path'
import { objectThumbnail, type ObjectsFile } from '../../domain/catalog/objects'
import { packageOf } from '../../domain/catalog/volume-names'
import { COLOURS } from '../../src/styles/tokens'
import type { Platform } from './sources'

interface Copy {
  from: string
  to: string
}

const list = (folder: string, ending: RegExp): string[] =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => ending.test(name)) : []

/** Episodes show their own cover or their series'; the library shows every one, those of episodes in the rows of a series. */
const COVERS = { library: /\.svg$/, player: /^(e-|series-).*\.svg$/ }

/**
 * Copies what of `dist/feed`, `content/media` and `content/covers` travels with each build, byte for byte, into `output`.
 * WeChat: brotli files in the sub-packages of the feed and sounds in the `media` ones; web: JSON beside index.html, and every
 * bundled media file.
 * @param packed number of the sub-package by name of each sound; WeChat's alone
 */
export function copyContent(root: string, platform: Platform, output: string, packed: Record<string, number>): void {
  for (const { from, to } of copies(root, platform, packed)) {
    const target = path.join(output, to)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.copyFileSync(from, target)
  }
  if (platform !== 'weapp') return
  fs.writeFileSync(path.join(output, 'feed/signature.js'), verifierModule())
  writeObjects(path.join(root, 'dist/feed/objects.json'), path.join(output, 'subpackages/library/objects'))
}

/** The drawings of articles as files of the library, light and dark: in its lists a row sends an address (hooks/object-pictures). */
function writeObjects(feed: string, folder: string): void {
  const { objects, of } = JSON.parse(fs.readFileSync(feed, 'utf8')) as ObjectsFile
  fs.mkdirSync(folder, { recursive: true })
  for (const [article, id] of Object.entries(of)) {
    const object = objects.find(it => it.id === id)!
    fs.writeFileSync(path.join(folder, `${article}.svg`), objectThumbnail(object, COLOURS.light))
    fs.writeFileSync(path.join(folder, `${article}.dark.svg`), objectThumbnail(object, COLOURS.dark))
  }
}

/**
 * The library that reads signatures, in the `feed` sub-package: the main one has no room for what is seldom needed. It asks
 * for random numbers where it finds any, which reading a signature does not need and WeChat has not.
 * @throws Error when the library asks in another way
 */
function verifierModule(): string {
  const code = fs.readFileSync(require.resolve('tweetnacl/nacl.min.js'), 'utf8')
  const ASKS = 'require("crypto")'
  if (!code.includes(ASKS)) throw new Error('tweetnacl 取随机数的写法变了，看看 scripts/build/copies.ts')
  return code.split(ASKS).join('null')
}

function copies(root: string, platform: Platform, packed: Record<string, number>): Copy[] {
  const feed = path.join(root, 'dist/feed')
  const media = path.join(root, 'content/media')
  const covers = path.join(root, 'content/covers')
  const all = (folder: string, ending: RegExp, to: string): Copy[] =>
    list(folder, ending).map(name => ({ from: path.join(folder, name), to: `${to}/${name}` }))
  if (platform === 'h5') {
    return [
      ...all(feed, /\.json$/, 'feed'),
      ...all(path.join(root, 'src/icons'), /\.png$/, 'icons'),
      // Not a person's recording as it came from their phone, `e-0007.human.王小明.m4a`.
      ...all(media, /^e-\d+\.(m4a|mp4|vtt)$/, 'media'),
      ...all(covers, /\.svg$/, 'covers'),
    ]
  }
  return [
    ...list(path.join(feed, 'br'), /\.br$/).map(name => ({
      from: path.join(feed, 'br', name),
      to: `${packageOf(name)}/${name}`,
    })),
    ...Object.entries(packed).map(([name, number]) => ({
      from: path.join(media, name),
      to: `media/${number}/${name}`,
    })),
    ...Object.entries(COVERS).flatMap(([home, names]) => all(covers, names, `subpackages/${home}/covers`)),
  ]
}
