import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { generateSW } from 'workbox-build'

// After one visit the whole app and feed are on the phone: a reload works with the network cut.
// Media is left out: it is large, and what a member downloads is kept and played by the page itself (platform/files/downloads.h5.ts).
const dist = path.resolve(process.argv[2] ?? 'dist/h5')

async function main(): Promise<void> {
  const { count, size, warnings } = await generateSW({
    globDirectory: dist,
    globPatterns: ['index.html', 'js/*.js', 'css/*.css', 'feed/*.json', 'covers/*.svg'],
    // The errata are asked for anew at every launch, the phone keeps its own copy; the chart library is for administrators only.
    globIgnores: ['feed/errata.json', 'js/charts.*'],
    swDest: path.join(dist, 'sw.js'),
    inlineWorkboxRuntime: true,
    sourcemap: false,
    skipWaiting: true,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: 3_000_000,
    // Files with a hash in their name need no other revision.
    dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
    manifestTransforms: [entries => ({ manifest: entries.map(withIntegrity) })],
  })
  for (const warning of warnings) console.warn(warning)
  console.log(`service worker: ${count} files, ${Math.round(size / 1000)} kB precached`)
}

/**
 * A file that does not have its hash is not taken: a network that answers with a page of its own would stay in the cache
 * for good. The install fails then, and the next visit tries again. Not index.html, into which some networks write.
 */
function withIntegrity<Entry extends { url: string }>(entry: Entry): Entry & { integrity?: string } {
  if (entry.url === 'index.html') return entry
  const hash = crypto.createHash('sha256').update(fs.readFileSync(path.join(dist, entry.url)))
  return { ...entry, integrity: `sha256-${hash.digest('base64')}` }
}

void main().catch(error => {
  console.error('service worker:', error)
  process.exit(1)
})
