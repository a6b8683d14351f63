import { useUnload } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { OwnRecording } from '@domain/catalog/own-recording'
import { createAudio, type AudioEngine } from '@/platform/media/audio'
import { takeTurn } from '@/platform/media/audio-turn'
import { openKept } from '@/platform/files/kept-files'

/** One listener for the page: a new player each time would be one too many on WeChat. */
export function useListening(own: OwnRecording | undefined, title: string) {
  const [playing, setPlaying] = useState(false)
  const [problem, setProblem] = useState<string>()
  const engine = useRef<AudioEngine>()
  const loaded = useRef<string>()
  const silence = useRef(() => engine.current?.pause()).current
  const name = own?.name
  const play = () => {
    takeTurn(silence)
    engine.current?.play()
  }
  // Another recording, or none: what sounded is not it.
  useEffect(() => {
    if (loaded.current === name) return
    loaded.current = undefined
    engine.current?.stop()
    setPlaying(false)
  }, [name])
  useUnload(() => engine.current?.stop())
  return {
    playing,
    problem,
    async toggle() {
      if (!name) return
      if (playing) return silence()
      engine.current ??= createAudio((event, detail) => {
        if (event === 'play') setPlaying(true)
        if (event === 'pause' || event === 'ended') setPlaying(false)
        if (event === 'begin') play()
        if (event === 'error') setProblem(`放不出来：${detail ?? ''}`)
      })
      setProblem(undefined)
      if (loaded.current !== name) {
        const url = await openKept(name)
        if (!url) return setProblem('录音不见了，可能是手机清理过')
        engine.current.load({ url, title, album: '我讲的', remote: false, alone: true }, 0, 1)
        loaded.current = name
      }
      play()
    },
  }
}
