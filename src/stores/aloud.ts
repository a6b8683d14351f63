import { create } from 'zustand'
import { lineAt, spokenLines, type SpokenLine } from '@domain/catalog/spoken-lines'
import type { ArticleBody, ArticleMeta, Block } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import type { AudioEvent } from '@/platform/media/audio'
import { takeTurn } from '@/platform/media/audio-turn'
import { now } from '@/platform/phone/clock'
import { keepAwake } from '@/platform/phone/keep-awake'
import { joinErasure } from '@/storage/erasure'
import { createVoice, SPEAKS } from '@/platform/media/voice'
import { recordReading } from './member'
import { useSettings } from './settings'

/** A calm voice says about four characters a second; only the order of the sentences rests on it. */
const CHARS_A_SECOND = 4

/** The voice tells of itself twice a second; a longer silence was not spoken, milliseconds. */
const SPOKEN_MS = 5_000
/** Seconds that are worth an event while it goes on. */
const WORTH = 10

/** Seconds that a voice takes for an article of `chars` characters. */
export const spokenSeconds = (chars: number): number => chars / CHARS_A_SECOND

interface AloudStore {
  /** The article that is read out, until it is closed or has come to its end. */
  article?: ArticleMeta
  status: 'silent' | 'speaking' | 'paused' | 'failed'
  /** Why it does not speak. */
  problem?: string
  /** The paragraph that is being read, from 0; the 为什么 lines follow the paragraphs; -1 while there is none. */
  paragraph: number
  /** Id of the article whose page is in sight: that page counts the reading, under any other page the voice does. */
  page?: string
  /** @param then what follows at its end */
  start(article: ArticleMeta, body: Pick<ArticleBody, 'blocks' | 'why'>, paragraph: number, then?: () => void): void
  toggle(): void
  close(): void
}

/** 起因 and the like are said before their lines. */
const whyBlocks = (why: ArticleBody['why'] = []): Block[] =>
  why.map(({ label, spans }) => ({ kind: 'paragraph', spans: [`${label}：`, ...spans] }))

const SILENT = { article: undefined, status: 'silent', problem: undefined, paragraph: -1 } as const

/** An article read out by the phone's own voice. It goes on under other pages; no page scrolls by itself for it. */
export const useAloud = create<AloudStore>((set, get) => {
  const voice = SPEAKS ? createVoice(heard) : undefined
  let lines: SpokenLine[] = []
  let after: (() => void) | undefined
  /** Since when it has been speaking unheard of, and what has not been recorded yet, seconds. */
  let spokenSince: number | undefined
  let unrecorded = 0

  /** Counts the time since the last word from the voice, and records it when there is enough or it stops. */
  function count(speaking: boolean, ended = false): void {
    const { article, paragraph, page } = get()
    const since = spokenSince
    spokenSince = speaking ? now() : undefined
    if (!article || page === article.id) return
    if (since !== undefined && now() - since < SPOKEN_MS) unrecorded += (now() - since) / 1000
    const seconds = Math.round(unrecorded)
    if (seconds === 0 || (speaking && seconds < WORTH)) return
    unrecorded = 0
    const paragraphs = (lines[lines.length - 1]?.paragraph ?? 0) + 1
    void recordReading(article.id, seconds, ended ? 1 : Math.max(0, paragraph) / paragraphs, article.chars)
  }

  function heard(event: AudioEvent, detail?: string): void {
    count(event === 'play' || event === 'time', event === 'ended')
    if (event === 'ended') {
      const go = after
      get().close()
      return go?.()
    }
    if (event === 'error')
      return set({ status: 'failed', problem: forMembers(detail, '没有读出声来，请再点一次“朗读”') })
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
    start(article, body, paragraph, then) {
      lines = spokenLines({ blocks: [...body.blocks, ...whyBlocks(body.why)] }, spokenSeconds(article.chars))
      const first = lines.find(line => line.paragraph >= paragraph)
      if (!voice || !first) return
      count(false)
      unrecorded = 0
      after = then
      voice.load({ lines }, first.start, useSettings.getState().rate)
      set({ article, status: 'speaking', problem: undefined, paragraph: first.paragraph })
      speak()
    },
    toggle() {
      if (get().status === 'speaking') voice?.pause()
      else if (get().article) speak()
    },
    close() {
      count(false)
      after = undefined
      voice?.stop()
      set(SILENT)
    },
  }
})
// Whoever follows the words with the eyes does not touch the screen.
useAloud.subscribe(({ status }) => keepAwake('aloud', status === 'speaking'))
joinErasure(useAloud, { stop: () => useAloud.getState().close() })
