import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { generateSW, getManifest } from 'workbox-build'
import type { PageFile } from '../../src/service-worker/page'
import type { RestFile } from '../../src/service-worker/rest'
import { firstPart, inOrder, ownNames } from './first-part'

// After one visit the whole app and feed are on the phone: a reload works with the network cut. What the first pages need is
// part of the install; the rest comes when the phone has time (src/service-worker/rest.ts).
// Media is left out: it is large, and what a member downloads is kept and played by the page itself (platform/files/downloads.h5.ts).
const dist = path.resolve(process.argv[2] ?? 'dist/h5')
const OURS = path.resolve(__dirname, '../../src/service-worker')

const COMMON = {
  globDirectory: dist,
  globPatterns: [
    'index.html',
    'manifest.webmanifest',
    'js/*.js',
    'css/*.css',
    'feed/*.json',
    'covers/*.svg',
    'licences.txt',
  ],
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
        manifest: entries
          .filter(({ url }) => isFirst(url) && url !== 'index.html')
          .map(it => ({ ...it, integrity: integrityOf(it.url) })),
      }),
    ],
  })
  const { manifestEntries } = await getManifest(COMMON)
  const rest = inOrder(manifestEntries.map(({ url }) => url).filter(url => !isFirst(url))).map(restFile)
  const page: PageFile = { revision: sha256('index.html').toString('hex').slice(0, 8), names: ownNames(html) }
  fs.appendFileSync(
    sw,
    `\n${scriptOf('page.ts')}\nkeepPage(self, ${JSON.stringify(page)});\n${scriptOf('rest.ts')}\nkeepRest(self, ${JSON.stringify(rest)});\n`,
  )
  for (const warning of warnings) console.warn(warning)
  const kB = (bytes: number) => Math.round(bytes / 1000)
  const later = rest.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`service worker: ${count} files, ${kB(size)} kB precached; ${rest.length} files, ${kB(later)} kB later`)
}

/**
 * A file that does not have its hash is not taken: a network that answers with a page of its own would stay in the cache
 * for good. The install fails then, and the next visit tries again. For index.html see src/service-worker/page.ts.
 */
const integrityOf = (url: string): string => `sha256-${sha256(url).toString('base64')}`

function restFile(url: string): RestFile {
  return {
    url,
    revision: sha256(url).toString('hex').slice(0, 8),
    integrity: integrityOf(url),
    bytes: fs.statSync(path.join(dist, url)).size,
  }
}

const sha256 = (url: string): Buffer =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(dist, url)))
    .digest()

/** A part of ours as a plain script: a worker that is no module knows no `export`. */
function scriptOf(part: string): string {
  const { outputText } = ts.transpileModule(fs.readFileSync(path.join(OURS, part), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.ESNext, removeComments: true },
  })
  return outputText.replace(/^export (\{\};?)?/gm, '')
}

void main().catch(error => {
  console.error('service worker:', error)
  process.exit(1)
})
