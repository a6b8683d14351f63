import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { generateSW, getManifest } from 'workbox-build'
import type { RestFile } from '../../src/service-worker/rest'
import { firstPart, inOrder } from './first-part'

// After one visit the whole app and feed are on the phone: a reload works with the network cut. What the first pages need is
// part of the install; the rest comes when the phone has time (src/service-worker/rest.ts).
// Media is left out: it is large, and what a member downloads is kept and played by the page itself (platform/files/downloads.h5.ts).
const dist = path.resolve(process.argv[2] ?? 'dist/h5')
const REST = path.resolve(__dirname, '../../src/service-worker/rest.ts')

const COMMON = {
  globDirectory: dist,
  globPatterns: ['index.html', 'manifest.webmanifest', 'js/*.js', 'css/*.css', 'feed/*.json', 'covers/*.svg'],
  // The errata are asked for anew at every launch, the phone keeps its own copy; the chart library is for administrators only.
  globIgnores: ['feed/errata.json', 'js/charts.*'],
  maximumFileSizeToCacheInBytes: 3_000_000,
}

async function main(): Promise<void> {
  const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8')
  const isFirst = firstPart(html)
  const sw = path.join(dist, 'sw.js')
  const { count, size, warnings } = await generateSW({
    ...COMMON,
    swDest: sw,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    skipWaiting: true,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    // Files with a hash in their name need no other revision.
    dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
    manifestTransforms: [
      entries => ({
        manifest: entries.filter(({ url }) => isFirst(url)).map(it => ({ ...it, ...integrityOf(it.url) })),
      }),
    ],
  })
  const { manifestEntries } = await getManifest(COMMON)
  const rest = inOrder(manifestEntries.map(({ url }) => url).filter(url => !isFirst(url))).map(restFile)
  fs.appendFileSync(sw, `\n${restScript()}\nkeepRest(self, ${JSON.stringify(rest)});\n`)
  for (const warning of warnings) console.warn(warning)
  const kB = (bytes: number) => Math.round(bytes / 1000)
  const later = rest.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`service worker: ${count} files, ${kB(size)} kB precached; ${rest.length} files, ${kB(later)} kB later`)
}

/**
 * A file that does not have its hash is not taken: a network that answers with a page of its own would stay in the cache
 * for good. The install fails then, and the next visit tries again. Not index.html, into which some networks write.
 */
const integrityOf = (url: string): { integrity?: string } =>
  url === 'index.html' ? {} : { integrity: `sha256-${sha256(url).toString('base64')}` }

function restFile(url: string): RestFile {
  const hash = sha256(url)
  return {
    url,
    revision: hash.toString('hex').slice(0, 8),
    integrity: `sha256-${hash.toString('base64')}`,
    bytes: fs.statSync(path.join(dist, url)).size,
  }
}

const sha256 = (url: string): Buffer =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(dist, url)))
    .digest()

/** The part of ours as a plain script: a worker that is no module knows no `export`. */
function restScript(): string {
  const { outputText } = ts.transpileModule(fs.readFileSync(REST, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.ESNext, removeComments: true },
  })
  return outputText.replace(/^export (\{\};?)?/gm, '')
}

void main().catch(error => {
  console.error('service worker:', error)
  process.exit(1)
})
