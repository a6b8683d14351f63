import { useDidHide, useUnload } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { OWN_LIMITS } from '@domain/catalog/own-recording'
import { forMembers } from '@domain/text/for-members'
import { takeTurn } from '@/platform/media/audio-turn'
import { startRecording, type Ended, type Recorded, type Recording } from '@/platform/media/recorder'
import { RecorderError, type RecorderTrouble } from '@/platform/media/recorder-error'
import { keepAwake } from '@/platform/phone/keep-awake'
import { monotonicNow } from '@/platform/phone/phone'
import { keepDraft, keepPart } from '../own'

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
  /** How it ended, when nobody ended it; `nothing`: not a second was heard, and what was there before is still there. */
  ended?: Exclude<Ended, 'asked'> | 'nothing'
  /** It stands still because the microphone gives nothing. */
  muted: boolean
  record(): Promise<boolean>
  practise(): void
  /** Pauses, or goes on. */
  toggle(): void
  finish(): void
}

/** Less is no telling, seconds. */
const SHORTEST = 1

/** From the microphone to a draft on this phone. */
export function useTelling(id: string): Telling {
  const [phase, setPhase] = useState<Phase>('rest')
  const [paused, setPaused] = useState(false)
  const [second, setSecond] = useState(0)
  const [trouble, setTrouble] = useState<RecorderTrouble>()
  const [problem, setProblem] = useState<string>()
  const [endedBy, setEndedBy] = useState<Telling['ended']>()
  const [muted, setMuted] = useState(false)
  const recording = useRef<Recording>()
  /** Recorded, and not on the phone for good yet. */
  const waiting = useRef<Recorded>()
  /** When the take was begun, and what of it is on the phone already. */
  const take = useRef<{ made: number; part?: string }>({ made: 0 })
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
    if (!waiting.current) setProblem(undefined)
    setTrouble(undefined)
    setEndedBy(undefined)
    setMuted(false)
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
      await keepDraft(id, waiting.current, take.current.made, take.current.part)
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
    left.current = true
    recording.current?.stop()
    keepAwake('tell', false)
  })

  return {
    phase,
    paused,
    second,
    trouble,
    problem,
    ended: endedBy,
    muted,
    keepAgain: () => void keep(),
    async record() {
      waiting.current = undefined
      reset('ask')
      try {
        // Whatever sounds would be heard in it.
        takeTurn(silence)
        let wanted = true
        take.current = { made: Date.now() }
        // One after another: of two parts the later one stays.
        let kept: Promise<unknown> = Promise.resolve()
        const begun = await startRecording({
          longest: OWN_LIMITS.seconds,
          onPaused: why => {
            setPaused(true)
            setMuted(why === 'muted')
          },
          onPart: recorded => {
            const { current } = take
            kept = kept
              .then(() => keepPart(id, recorded, current.made, current.part))
              .then(name => (current.part = name))
              .catch((error: unknown) => console.warn('a part was not kept', error))
          },
          onDone: (recorded, why) => {
            if (!wanted) return
            if (recorded.bytes === 0 || recorded.seconds < SHORTEST) {
              setEndedBy('nothing')
              return rest()
            }
            if (why !== 'asked') setEndedBy(why)
            waiting.current = recorded
            void kept.then(keep).then(rest)
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
      setMuted(false)
    },
    finish() {
      if (recording.current) recording.current.stop()
      else rest()
    },
  }
}
