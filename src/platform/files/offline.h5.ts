import type { RestAnswer, RestQuestion } from '@/service-worker/rest'
import { nextWorker } from './next-worker.h5'
import type { OfflineState } from './offline'

/** A worker that says nothing for so long is not there any more, milliseconds: one file on a slow network is in time. */
const SILENT_MS = 60_000

/** After the first paint, and when the processor has nothing to do; where no browser says when, so much later. */
const LATER_MS = 3_000

/** The worker that serves this page; undefined where there is none (an old browser, a page that was reloaded past it). */
async function worker(): Promise<ServiceWorker | undefined> {
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return undefined
  return (await navigator.serviceWorker.ready).active ?? undefined
}

async function ask(question: RestQuestion): Promise<RestAnswer | undefined> {
  const to = await worker()
  if (!to) return undefined
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    const silent = setTimeout(() => resolve(undefined), SILENT_MS)
    port1.onmessage = ({ data }: MessageEvent<RestAnswer>) => {
      clearTimeout(silent)
      port1.close()
      resolve(data)
    }
    to.postMessage(question, [port2])
  })
}

export async function offlineState(): Promise<OfflineState | undefined> {
  const answer = await ask({ ask: 'left' })
  return answer && { left: answer.left, bytes: answer.bytes }
}

export async function fillOffline(tell: (state: OfflineState) => void): Promise<OfflineState | undefined> {
  const skip: string[] = []
  for (;;) {
    const answer = await ask({ ask: 'next', skip })
    if (!answer) return undefined
    if (answer.newer) {
      await nextWorker(SILENT_MS)
      continue
    }
    const state = { left: answer.left, bytes: answer.bytes }
    if (answer.kept) tell(state)
    else if (answer.tried) skip.push(answer.tried)
    if (!answer.tried || !navigator.onLine) return state
  }
}

interface Connection {
  saveData?: boolean
  effectiveType?: string
  type?: string
}

export function sparesData(): boolean {
  const { connection } = navigator as { connection?: Connection }
  if (!connection) return false
  return (
    connection.saveData === true || connection.type === 'cellular' || /(^|-)2g$/.test(connection.effectiveType ?? '')
  )
}

export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => work())
  else setTimeout(work, LATER_MS)
}
