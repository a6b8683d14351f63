import fs from 'node:fs'
import { webManifest } from '../../../scripts/build/web-manifest'

interface Icon {
  src: string
  sizes: string
  purpose: string
}

/** Width and height from the header of a PNG file. */
function sizeOf(file: string): string {
  const bytes = fs.readFileSync(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

test('every icon is there in the size that is said, and one of each size may be cut to any shape', () => {
  const { icons, name } = webManifest({ name: 'e起学党史' }) as { icons: Icon[]; name: string }
  expect(name).toBe('e起学党史')
  for (const { src, sizes } of icons) expect(sizeOf(src.replace('./icons/', 'src/icons/'))).toBe(sizes)
  expect(icons.filter(it => it.purpose === 'maskable').map(it => it.sizes)).toEqual(['192x192', '512x512'])
  expect(sizeOf('src/icons/apple-touch-icon.png')).toBe('180x180')
})
