import { wantedAt, type StoredSettings } from './wanted'

// A script of its own in the head of index.html, before anything that blocks: asks for what the page at this address will ask
// for. Scripts, styles and drawings wait in the browser's own cache, files of the feed in `earlyFeed`.

function storedSettings(): StoredSettings {
  try {
    const { data } = JSON.parse(localStorage.getItem('settings')!) as { data: { settings?: StoredSettings } }
    return data.settings ?? {}
  } catch {
    return {}
  }
}

const { feed, files, cover, page } = wantedAt(
  {
    hash: location.hash,
    settings: storedSettings(),
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    now: Date.now(),
  },
  window.built,
)
window.earlyPage = page
if (cover) new Image().src = cover
const early: Record<string, Promise<Response>> = (window.earlyFeed = {})
for (const file of feed) {
  early[file] = fetch(`./feed/${file}`)
  // The app asks again, and says what is missing; what it reads only later must not meet an answer that has long failed.
  early[file].catch(() => delete early[file])
}
for (const file of files) {
  const link = document.createElement('link')
  link.rel = 'preload'
  link.as = /js$/.test(file) ? 'script' : 'style'
  // What is painted first needs no script.
  if (link.as === 'script') link.setAttribute('fetchpriority', 'low')
  link.href = file
  document.head.appendChild(link)
}
