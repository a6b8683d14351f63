import fs from 'node:fs'
import path from 'node:path'
import { packMedia } from './media-packages'

interface Copy {
  from: string
  to: string
}

const list = (folder: string, ending: RegExp): string[] =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => ending.test(name)) : []

/** Episodes show their own cover or their series'; the library shows every other. */
const COVERS = { library: /^(?!e-).*\.svg$/, player: /^(e-|series-).*\.svg$/ }

/**
 * What of `dist/feed`, `content/media` and `content/covers` travels with each build.
 * WeChat: brotli volumes in the `feed` sub-package and sounds in the `media` ones, each with the module that makes its files readable;
 * web: JSON beside index.html, and every bundled media file.
 */
export function feedCopies(root: string, platform: string): Copy[] {
  const feed = path.join(root, 'dist/feed')
  const media = path.join(root, 'content/media')
  const covers = path.join(root, 'content/covers')
  if (platform !== 'weapp') {
    return [
      ...list(feed, /\.json$/).map(name => ({ from: path.join(feed, name), to: `dist/h5/feed/${name}` })),
      ...list(path.join(root, 'dist'), /^errata\.json$/).map(name => ({
        from: path.join(root, 'dist', name),
        to: `dist/h5/feed/${name}`,
      })),
      ...list(media, /\.(m4a|mp4|vtt)$/).map(name => ({ from: path.join(media, name), to: `dist/h5/media/${name}` })),
      ...list(covers, /\.svg$/).map(name => ({ from: path.join(covers, name), to: `dist/h5/covers/${name}` })),
    ]
  }
  const packed = Object.entries(packMedia(media))
  const ready = ['feed', ...new Set(packed.map(([, number]) => `media/${number}`))]
  return [
    ...list(path.join(feed, 'br'), /\.br$/).map(name => ({
      from: path.join(feed, 'br', name),
      to: `dist/weapp/feed/${name}`,
    })),
    ...packed.map(([name, number]) => ({ from: path.join(media, name), to: `dist/weapp/media/${number}/${name}` })),
    ...Object.entries(COVERS).flatMap(([home, names]) =>
      list(covers, names).map(name => ({
        from: path.join(covers, name),
        to: `dist/weapp/subpackages/${home}/covers/${name}`,
      })),
    ),
    ...ready.map(folder => ({ from: path.join(root, 'config/weapp-ready.cjs'), to: `dist/weapp/${folder}/ready.js` })),
  ]
}
