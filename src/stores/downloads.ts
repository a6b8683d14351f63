import { create } from 'zustand'
import type { EpisodeMeta } from '@domain/catalog/types'
import { DownloadError } from '@/platform/files/download-error'
import { fetchMedia, type Transfer } from '@/platform/files/downloads'
import { keptName } from '@/platform/files/kept-name'
import { hostAddress, isPackaged } from '@/feed/media'
import { joinErasure } from '@/storage/erasure'
import { useKept } from './kept'

/** Steps of the progress that is shown: finer ones would only cost setData. */
const STEPS = 20

interface DownloadsStore {
  /** The one on its way, and how much of it has come, 0–1. */
  current?: { episode: EpisodeMeta; share: number }
  waiting: EpisodeMeta[]
  /** What went wrong, by episode id. */
  problems: Record<string, string>
  add(episodes: EpisodeMeta[]): void
  cancel(id: string): void
  cancelAll(): void
}

/** Whether an episode can be downloaded: a host has it, and it is neither packaged nor kept. */
export function canDownload(episode: EpisodeMeta, kept: ReadonlySet<string>): boolean {
  const { media } = episode
  return !!media && !isPackaged(media) && !kept.has(keptName(media)) && hostAddress(media) !== undefined
}

/** One download after another; those that fail are told and the rest goes on, except when nothing more fits. */
export const useDownloads = create<DownloadsStore>((set, get) => {
  let transfer: Transfer | undefined

  async function next(): Promise<void> {
    const [episode, ...waiting] = get().waiting
    if (!episode || get().current) return
    set({ waiting, current: { episode, share: 0 } })
    const problem = await bring(episode)
    set(state => ({
      current: undefined,
      problems: problem ? { ...state.problems, [episode.id]: problem.message } : state.problems,
      // Without room the others cannot come either.
      waiting: problem?.reason === 'full' ? [] : state.waiting,
    }))
    await next()
  }

  async function bring(episode: EpisodeMeta): Promise<DownloadError | undefined> {
    const media = episode.media!
    try {
      transfer = fetchMedia(hostAddress(media)!, media, got => {
        const share = Math.floor((STEPS * got) / media.bytes) / STEPS
        if (share !== get().current?.share) set({ current: { episode, share } })
      })
      await transfer.done
      await useKept.getState().look()
    } catch (error) {
      if (!(error instanceof DownloadError)) return DownloadError.network((error as Error).message)
      return error.reason === 'cancelled' ? undefined : error
    } finally {
      transfer = undefined
    }
    return undefined
  }

  return {
    waiting: [],
    problems: {},
    add(episodes) {
      const { names } = useKept.getState()
      const { current, waiting, problems } = get()
      const coming = new Set([current?.episode, ...waiting].map(it => it?.id))
      const wanted = episodes.filter(it => canDownload(it, names) && !coming.has(it.id))
      const rest = Object.entries(problems).filter(([id]) => !wanted.some(it => it.id === id))
      set({ waiting: [...waiting, ...wanted], problems: Object.fromEntries(rest) })
      void next()
    },
    cancel(id) {
      if (get().current?.episode.id === id) transfer?.cancel()
      set(state => ({ waiting: state.waiting.filter(it => it.id !== id) }))
    },
    cancelAll() {
      set({ waiting: [] })
      transfer?.cancel()
    },
  }
})
joinErasure(useDownloads, { stop: () => useDownloads.getState().cancelAll() })
