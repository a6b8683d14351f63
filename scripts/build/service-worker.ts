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
  })
  for (const warning of warnings) console.warn(warning)
  console.log(`service worker: ${count} files, ${Math.round(size / 1000)} kB precached`)
}

void main().catch(error => {
  console.error('service worker:', error)
  process.exit(1)
})
