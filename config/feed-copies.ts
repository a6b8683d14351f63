import fs from 'node:fs'
import path from 'node:path'

/**
 * What of `dist/feed` and `content/media` travels with each build.
 * weapp: brotli volumes in the `feed` sub-package (plus the module that makes them readable, src/subpackages/feed/ready.cjs);
 * H5: JSON beside index.html, and every bundled media file.
 */
export function feedCopies(root: string, platform: string): { from: string; to: string }[] {
  const feed = path.join(root, 'dist/feed')
  const media = path.join(root, 'content/media')
  const bundled = fs.existsSync(media) ? fs.readdirSync(media).filter(name => /\.(m4a|mp4|vtt)$/.test(name)) : []
  if (platform === 'weapp') {
    const volumes = fs.existsSync(path.join(feed, 'br')) ? fs.readdirSync(path.join(feed, 'br')) : []
    return [
      ...volumes.map(name => ({ from: path.join(feed, 'br', name), to: `dist/weapp/feed/${name}` })),
      { from: path.join(root, 'config/weapp-ready.cjs'), to: 'dist/weapp/feed/ready.js' },
      { from: path.join(root, 'config/weapp-ready.cjs'), to: 'dist/weapp/media1/ready.js' },
      ...bundled
        .filter(name => name.endsWith('.m4a'))
        .map(name => ({ from: path.join(media, name), to: `dist/weapp/media1/${name}` })),
    ]
  }
  const volumes = fs.existsSync(feed) ? fs.readdirSync(feed).filter(name => name.endsWith('.json')) : []
  return [
    ...volumes.map(name => ({ from: path.join(feed, name), to: `dist/h5/feed/${name}` })),
    ...bundled.map(name => ({ from: path.join(media, name), to: `dist/h5/media/${name}` })),
  ]
}
