import { FeedError } from './errors'
import type { FeedSource } from './source'

/** What index.html asked for before this script was there (src/first-paint/ask.ts), each taken once. */
const early = window.earlyFeed ?? {}

function ask(file: string): Promise<Response> {
  const begun = early[file]
  delete early[file]
  return begun ?? fetch(`./feed/${file}`)
}

/** JSON files beside index.html; after the first visit the service worker answers without a network. */
export const source: FeedSource = {
  async read(file) {
    let response: Response
    try {
      response = await ask(file)
    } catch (error) {
      throw new FeedError(file, true, (error as Error).message)
    }
    if (!response.ok) throw new FeedError(file, false, `HTTP ${response.status}`)
    try {
      return await response.json()
    } catch (error) {
      throw new FeedError(file, false, (error as Error).message)
    }
  },
}

export function setDownloaders(): void {
  // The web has nothing to prepare.
}
