import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { COLOURS } from '../../src/styles/tokens'

/** What a browser shows of the app on the home screen; the names are those of content/brand.yml. */
export function webManifest(brand: { name: string }): Record<string, unknown> {
  const { paper } = COLOURS.light
  const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `./icons/${file}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    // The address that the app began with stays its name when the start page moves.
    id: './',
    name: brand.name,
    short_name: brand.name,
    description: '读、听、看、答，手机上学党史，没有网络也能学',
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    categories: ['education'],
    icons: [
      icon('icon-192', 192, 'any'),
      icon('icon-512', 512, 'any'),
      icon('maskable-192', 192, 'maskable'),
      icon('maskable-512', 512, 'maskable'),
    ],
  }
}

/** Writes `manifest.webmanifest` into the built web app in `output`. */
export function writeWebManifest(root: string, output: string): void {
  const brand = parse(fs.readFileSync(path.join(root, 'content/brand.yml'), 'utf8')) as { name: string }
  fs.writeFileSync(path.join(output, 'manifest.webmanifest'), `${JSON.stringify(webManifest(brand), null, 2)}\n`)
}
