import { create } from 'zustand'
import { lineAt, spokenLines, type SpokenLine } from '@domain/catalog/spoken-lines'
import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import type { AudioEvent } from '@/platform/media/audio'
import { takeTurn } from '@/platform/media/audio-turn'
import { joinErasure } from '@/storage/erasure'
import { createVoice, SPEAKS } from '@/platform/media/voice'
import { useSettings } from './settings'

/** A calm voice says about four characters a second; only the order of the sentences rests on it. */
const CHARS_A_SECOND = 4

interface AloudStore {
  /** The article that is read out, until it is closed or has come to its end. */
  article?: ArticleMeta
  status: 'silent' | 'speaking' | 'paused' | 'failed'
  /** Why it does not speak. */
  problem?: string
  /** The paragraph that is being read, from 0; -1 while there is none. */
  paragraph: number
  start(article: ArticleMeta, body: Pick<ArticleBody, 'blocks'>, paragraph: number): void
  toggle(): void
  close(): void
}

const SILENT = { article: undefined, status: 'silent', problem: undefined, paragraph: -1 } as const

/** An article read out by the phone's own voice. It goes on under other pages; no page scrolls by itself for it. */
export const useAloud = create<AloudStore>((set, get) => {
  const voice = SPEAKS ? createVoice(heard) : undefined
  let lines: SpokenLine[] = []

  function heard(event: AudioEvent, detail?: string): void {
    if (event === 'ended') return get().close()
    if (event === 'error') return set({ status: 'failed', problem: detail })
    if (event === 'pause') return set({ status: 'paused' })
    const paragraph = lines[lineAt(lines, voice!.position())]?.paragraph ?? -1
    if (event === 'play') set({ status: 'speaking', problem: undefined })
    if (paragraph !== get().paragraph) set({ paragraph })
  }
  const speak = () => {
    // Two voices at once are none.
    takeTurn(get().close)
    voice?.play()
  }

  return {
    ...SILENT,
    start(article, body, paragraph) {
      const letters = article.chars / CHARS_A_SECOND
      lines = spokenLines(body, letters)
      const first = lines.find(line => line.paragraph >= paragraph)
      if (!voice || !first) return
      voice.load({ lines }, first.start, useSettings.getState().rate)
      set({ article, status: 'speaking', problem: undefined, paragraph: first.paragraph })
      speak()
    },
    toggle() {
      if (get().status === 'speaking') voice?.pause()
      else if (get().article) speak()
    },
    close() {
      voice?.stop()
      set(SILENT)
    },
  }
})
joinErasure(useAloud, { stop: () => useAloud.getState().close() })
