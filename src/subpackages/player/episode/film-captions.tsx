import { Text, View } from '@tarojs/components'
import { useEffect, useMemo } from 'react'
import { captionsOf, type Caption } from '@domain/catalog/captions'
import { spokenLines } from '@domain/catalog/spoken-lines'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { captionFullScreen } from '@/platform/media/film'
import { useAppearance } from '@/stores/appearance'
import { useFilm } from '@/stores/film'

/** Characters of a caption by the step of the type: what the lines of the band hold that film.scss keeps free for it. */
const LONGEST = { 1: 32, 2: 26, 3: 30, 4: 20 } as const

interface Wanted {
  meta: EpisodeMeta
  body: EpisodeBody | undefined
  on: boolean
  /** The film fills the screen. */
  full: boolean
}

/** What is said now, as a caption; undefined between two sentences and while captions are not wanted. */
export function useCaption({ meta, body, on, full }: Wanted): string | undefined {
  const { step } = useAppearance()
  const second = useFilm(state => (state.id === meta.id ? state.second : undefined))
  const cues = useMemo<Caption[]>(
    () => (body ? captionsOf(spokenLines(body, meta.seconds), LONGEST[step]) : []),
    [body, meta.seconds, step],
  )
  useEffect(() => {
    if (full) captionFullScreen(cues, on)
    return () => captionFullScreen(cues, false)
  }, [cues, on, full])
  if (!on || second === undefined) return undefined
  return cues.find(it => second >= it.start && second < it.end)?.text
}

/** The band below the picture. Screen readers have the script for it, and the film is heard. */
export function CaptionBand({ words }: { words?: string }) {
  return (
    <View id="film-band" className="film-band" {...a11y({ hidden: true })}>
      <Text className="film-band__words">{words}</Text>
    </View>
  )
}
