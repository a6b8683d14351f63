import { FeedError } from '@/feed/errors'

const FILE = 'licences.txt'

/** Beside index.html; kept by the service worker like everything that is read seldom. */
export async function readLicences(): Promise<string> {
  const response = await fetch(`./${FILE}`).catch((error: Error) => {
    throw new FeedError(FILE, true, error.message)
  })
  if (!response.ok) throw new FeedError(FILE, false, `HTTP ${response.status}`)
  return response.text()
}
