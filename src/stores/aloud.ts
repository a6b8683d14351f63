import { useCallback, useEffect, useRef, useState } from 'react'
import { takeTurn } from '@/services/audio-turn'
import { speak, type Speech } from '@/services/speech'
import { useSettings } from './settings'
import { useVoice } from './voice'

interface Aloud {
  /** The platform can speak. */
  available: boolean
  /** Index of the text being spoken, -1 while silent. */
  speaking: number
  start(texts: string[], from: number): void
  stop(): void
}

/** Reads texts aloud; the page never scrolls by itself, so reading elsewhere meanwhile is not disturbed. */
export function useAloud(): Aloud {
  const [speaking, setSpeaking] = useState(-1)
  const speech = useRef<Speech>()
  const available = useVoice(state => state.able)
  const stop = useCallback(() => {
    speech.current?.stop()
    setSpeaking(-1)
  }, [])
  useEffect(() => () => speech.current?.stop(), [])
  return {
    available,
    speaking,
    start(texts, from) {
      // Two voices at once are none.
      takeTurn(stop)
      speech.current?.stop()
      const silent = () => setSpeaking(-1)
      speech.current = speak(texts, from, useSettings.getState().rate, { at: setSpeaking, end: silent, fail: silent })
    },
    stop,
  }
}
