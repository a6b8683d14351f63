import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

// Beside every text file of the web app a .br and a .gz: static hosts and our own server hand out the one that the browser takes.
const ROOT = 'dist/h5'
const TEXT = /\.(js|css|json|html|vtt|svg)$/
/** Below this a header costs as much as is saved. */
const WORTH = 1_000

function walk(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? walk(file) : [file]
  })
}

let before = 0
let after = 0
for (const file of walk(ROOT).filter(name => TEXT.test(name))) {
  const bytes = fs.readFileSync(file)
  if (bytes.length < WORTH) continue
  const brotli = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } })
  fs.writeFileSync(`${file}.br`, brotli)
  fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }))
  before += bytes.length
  after += brotli.length
}
console.log(`compressed: ${Math.round(before / 1000)} kB → ${Math.round(after / 1000)} kB (brotli)`)
