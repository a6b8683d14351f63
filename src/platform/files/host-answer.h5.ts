import type { HostAnswer } from './host-answer'

/** Longer nobody waits to be told why nothing plays, ms. */
const LONGEST = 5_000

export async function askHost(url: string): Promise<HostAnswer | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), LONGEST)
  try {
    const { status, headers } = await fetch(url, { method: 'HEAD', cache: 'no-store', signal: abort.signal })
    // It gives files and does not answer questions about them.
    if (status === 405 || status === 501) return { status: 200, page: false }
    const length = headers.get('content-length')
    // What is packed for the way is shorter than the file.
    const bytes = length === null || headers.has('content-encoding') ? undefined : Number(length)
    return { status, page: /\bhtml\b/.test(headers.get('content-type') ?? ''), bytes }
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
