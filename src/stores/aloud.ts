import { useEffect, useRef, useState } from 'react'
import { canSpeak, speak, type Speech } from '@/services/speech'
import { usePlayer } from './player'
import { useSettings } from './settings'

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
  useEffect(() => () => speech.current?.stop(), [])
  return {
    available: canSpeak(),
    speaking,
    start(texts, from) {
      // Two voices at once are none.
      const { status, toggle } = usePlayer.getState()
      if (status === 'playing') toggle()
      speech.current?.stop()
      speech.current = speak(texts, from, useSettings.getState().rate, setSpeaking)
    },
    stop() {
      speech.current?.stop()
    },
  }
}
