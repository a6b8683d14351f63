import { lineAt, type SpokenLine } from '@domain/catalog/spoken-lines'
import type { AudioEngine, AudioEvent } from './audio'
import { monotonicNow } from '@/platform/phone/phone'
import { speak, type Speech } from './speech'

export interface VoiceTrack {
  lines: SpokenLine[]
}

/** Known when the app is built, so that a WeChat package without the speech plugin carries none of it. */
export const SPEAKS = process.env.TARO_ENV !== 'weapp' || SPEECH_PLUGIN

/** Milliseconds between two `time` events, as often as a sound file's. */
const BEAT = 500
/** A sentence this many times over its length, and a breath, hangs: some browsers never say that a sentence has ended. */
const HANGS = 3
const BREATH = 6
/** Half of what positions are kept to, seconds. */
const ROUNDING = 0.05

/**
 * The platform's voice in the manner of a sound file: seconds are those of the script's own timeline. It can start at a
 * sentence only, so a pause goes back to the beginning of the one that was being said.
 */
export function createVoice(listen: (event: AudioEvent, detail?: string) => void): AudioEngine<VoiceTrack> {
  let lines: SpokenLine[] = []
  let speed = 1
  /** Where it stands while silent, seconds. */
  let resting = 0
  let saying: { index: number; since: number } | undefined
  let speech: Speech | undefined
  let beat: ReturnType<typeof setInterval> | undefined

  const elapsed = () => (saying ? (monotonicNow() - saying.since) / 1000 : 0)
  const position = () => {
    const line = saying && lines[saying.index]
    if (!line) return resting
    return line.start + Math.min(line.end - line.start, elapsed() * speed)
  }
  const hush = (at: number) => {
    speech?.stop()
    speech = undefined
    saying = undefined
    resting = at
    clearInterval(beat)
  }
  const say = (from: number) => {
    const texts = lines.map(line => line.text)
    beat = setInterval(follow, BEAT)
    speech = speak(texts, from, speed, {
      at(index) {
        saying = { index, since: monotonicNow() }
        listen(index === from ? 'play' : 'time')
      },
      end() {
        hush(lines[lines.length - 1]?.end ?? 0)
        listen('ended')
      },
      fail(reason) {
        hush(position())
        listen('error', reason)
      },
    })
  }
  const follow = () => {
    const line = saying && lines[saying.index]
    if (!line || !saying) return
    listen('time')
    if (elapsed() < (HANGS * (line.end - line.start)) / speed + BREATH) return
    const next = saying.index + 1
    hush(line.end)
    say(next)
  }
  return {
    load(track, second, rate) {
      hush(second)
      lines = track.lines
      speed = rate
    },
    play() {
      // Kept to a tenth of a second, the beginning of a sentence may lie just before it.
      if (!speech) say(lineAt(lines, resting + ROUNDING))
    },
    pause() {
      if (!speech) return
      const heard = saying ? lines[saying.index]!.start : resting
      hush(position())
      listen('pause')
      resting = heard
    },
    seek(second) {
      const speaking = speech !== undefined
      hush(lines[lineAt(lines, second)]?.start ?? 0)
      if (speaking) say(lineAt(lines, resting))
    },
    setRate(rate) {
      speed = rate
      if (!speech || !saying) return
      const { index } = saying
      hush(lines[index]!.start)
      say(index)
    },
    position,
    duration: () => lines[lines.length - 1]?.end ?? 0,
    stop() {
      hush(position())
    },
  }
}
