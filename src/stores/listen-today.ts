import { create } from 'zustand'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { ARTICLE_REACHED } from '@domain/progress/finish'
import { readArticle } from '@/feed/feed'
import { joinErasure } from '@/storage/erasure'
import { spokenSeconds, useAloud } from './aloud'
import { useCatalog } from './catalog'
import { useMember } from './member'
import { isSound } from './play-order'
import { resumeAt, usePlayer } from './player'
import { useSettings } from './settings'

/** Something of today that can be heard. */
export type Piece = { kind: 'episode'; it: EpisodeMeta } | { kind: 'article'; it: ArticleMeta }

interface ListenToday {
  /** What is played one after another. */
  pieces: Piece[]
  /** Index of the piece that was begun last; -1 before the first. */
  at: number
  /** Why a piece was passed over. */
  problem?: string
  /** Plays these one after another, each from where it was left. */
  start(pieces: Piece[]): void
  /** Goes on with this one of them. */
  go(index: number): void
}

const NOTHING = { pieces: [], at: -1, problem: undefined }

/** 听今天: the day's episode in the player, then its articles by the phone's own voice. */
export const useListenToday = create<ListenToday>((set, get) => {
  async function play(index: number, run: Piece[]): Promise<void> {
    const piece = run[index]
    if (get().pieces !== run) return
    if (!piece) {
      set(NOTHING)
      if (queued()) usePlayer.getState().next()
      return
    }
    set({ at: index })
    const then = () => void play(index + 1, run)
    if (piece.kind === 'episode') {
      const { catalog } = useCatalog.getState()
      const series = catalog?.series.find(it => it.id === piece.it.series)?.title ?? ''
      const done = () => {
        // What has ended leaves its bar to what comes next.
        const more = run[index + 1] !== undefined
        if (more) usePlayer.getState().close()
        const goesOn = more || queued()
        then()
        return goesOn
      }
      return usePlayer.getState().start(piece.it, series, { then: done })
    }
    try {
      const body = await readArticle(piece.it.id)
      const paragraphs = body.blocks.filter(it => it.kind === 'paragraph').length
      if (get().pieces === run)
        useAloud.getState().start(piece.it, body, Math.floor(shareHeard(piece.it.id) * paragraphs), then)
    } catch (error) {
      set({ problem: `《${piece.it.title}》没有取来：${(error as Error).message}` })
      then()
    }
  }
  return {
    ...NOTHING,
    start(pieces) {
      const run = [...pieces]
      set({ pieces: run, at: -1, problem: undefined })
      void play(0, run)
    },
    go(index) {
      usePlayer.getState().close()
      void play(index, get().pieces)
    },
  }
})
joinErasure(useListenToday)

/** Whether something waits that the member has put after what plays. */
const queued = () => useSettings.getState().autoplay && usePlayer.getState().queue.some(isSound)

/** Where the voice goes on; who has come to the end and not read it long enough hears it from the beginning. */
function shareHeard(article: string): number {
  const reached = useMember.getState().progress.items[article]?.reached ?? 0
  return reached < ARTICLE_REACHED ? reached : 0
}

/** What of today follows what the player holds, with its index; undefined while it plays something that was begun elsewhere. */
export function useComingToday(): { piece: Piece; index: number }[] | undefined {
  const begun = usePlayer(state => state.after !== undefined)
  const { pieces, at } = useListenToday()
  return begun ? pieces.map((piece, index) => ({ piece, index })).slice(at + 1) : undefined
}

/** Seconds that are left of a piece, at plain speed. */
export function secondsLeft(piece: Piece): number {
  return piece.kind === 'episode'
    ? piece.it.seconds - resumeAt(piece.it)
    : spokenSeconds(piece.it.chars) * (1 - shareHeard(piece.it.id))
}
