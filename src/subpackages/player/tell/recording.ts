import { useDidHide, useUnload } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { OWN_LIMITS } from '@domain/catalog/own-recording'
import { forMembers } from '@domain/text/for-members'
import { takeTurn } from '@/platform/media/audio-turn'
import { startRecording, type Recorded, type Recording } from '@/platform/media/recorder'
import { RecorderError, type RecorderTrouble } from '@/platform/media/recorder-error'
import { keepAwake } from '@/platform/phone/keep-awake'
import { monotonicNow } from '@/platform/phone/phone'
import { keepDraft } from '../own'

/** `rest`: nothing runs; `practise`: the teleprompter alone; `ask`: the phone asks about the microphone. */
export type Phase = 'rest' | 'ask' | 'record' | 'practise'

export interface Telling {
  phase: Phase
  paused: boolean
  /** Seconds that it has run. */
  second: number
  /** Why nothing can be recorded. */
  trouble?: RecorderTrouble
  /** What went wrong when it was kept. The recording waits on the page, to be kept once there is room. */
  problem?: string
  keepAgain(): void
  /** It ended by itself. */
  tooLong: boolean
  record(): Promise<boolean>
  practise(): void
  /** Pauses, or goes on. */
  toggle(): void
  finish(): void
}

/** From the microphone to a draft on this phone. */
export function useTelling(id: string): Telling {
  const [phase, setPhase] = useState<Phase>('rest')
  const [paused, setPaused] = useState(false)
  const [second, setSecond] = useState(0)
  const [trouble, setTrouble] = useState<RecorderTrouble>()
  const [problem, setProblem] = useState<string>()
  const [tooLong, setTooLong] = useState(false)
  const recording = useRef<Recording>()
  /** Recorded, and not on the phone for good yet. */
  const waiting = useRef<Recorded>()
  /** The member has said that it is over, or has left. */
  const ended = useRef(false)
  const left = useRef(false)
  const running = (phase === 'record' || phase === 'practise') && !paused

  const ran = useRef(0)
  useEffect(() => {
    if (!running) return
    let last = monotonicNow()
    const beat = setInterval(() => {
      const now = monotonicNow()
      ran.current += now - last
      last = now
      setSecond(Math.floor(ran.current / 1_000))
    }, 500)
    keepAwake('tell', true)
    return () => {
      clearInterval(beat)
      keepAwake('tell', false)
    }
  }, [running])

  const reset = (next: Phase) => {
    ran.current = 0
    setSecond(0)
    setPaused(false)
    setProblem(undefined)
    setTrouble(undefined)
    setTooLong(false)
    setPhase(next)
  }
  const pause = () => {
    recording.current?.pause()
    setPaused(true)
  }
  const keep = async () => {
    if (!waiting.current) return
    setProblem(undefined)
    try {
      await keepDraft(id, waiting.current)
      waiting.current = undefined
    } catch (error) {
      setProblem(forMembers((error as Error).message, '这段录音没有存下来'))
    }
  }
  // Whoever takes the turn next calls it: one for all times, or one's own turn would be taken from oneself.
  const latest = useRef(pause)
  latest.current = pause
  const silence = useRef(() => latest.current()).current
  const rest = () => {
    recording.current = undefined
    setPhase('rest')
    setPaused(false)
  }
  // Nobody talks to a page that is not seen; on WeChat the microphone is taken away besides.
  useDidHide(() => running && pause())
  useUnload(() => {
    ended.current = left.current = true
    recording.current?.stop()
    keepAwake('tell', false)
  })

  return {
    phase,
    paused,
    second,
    trouble,
    problem,
    tooLong,
    keepAgain: () => void keep(),
    async record() {
      reset('ask')
      ended.current = false
      try {
        // Whatever sounds would be heard in it.
        takeTurn(silence)
        let wanted = true
        const begun = await startRecording({
          longest: OWN_LIMITS.seconds,
          onPaused: () => setPaused(true),
          onDone: recorded => {
            if (!wanted) return
            setTooLong(!ended.current)
            waiting.current = recorded
            void keep().then(rest)
          },
          onFailed: error => {
            console.warn('a recording broke off', error)
            setTrouble(error.trouble)
            rest()
          },
        })
        // The page was left while the phone was still asking.
        if (left.current) {
          wanted = false
          begun.stop()
          return false
        }
        recording.current = begun
        setPhase('record')
        return true
      } catch (error) {
        console.warn('nothing can be recorded', error)
        setTrouble(error instanceof RecorderError ? error.trouble : 'other')
        setPhase('rest')
        return false
      }
    },
    practise() {
      reset('practise')
      takeTurn(silence)
    },
    toggle() {
      if (running) return pause()
      recording.current?.resume()
      setPaused(false)
    },
    finish() {
      ended.current = true
      if (recording.current) recording.current.stop()
      else rest()
    },
  }
}
