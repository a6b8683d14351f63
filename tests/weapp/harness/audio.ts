import { readMp4Seconds } from '../../../scripts/feed/read/mp4'
import { mp3Seconds } from './microphone'
import type { VirtualClock } from './clock'

/** Milliseconds between two `timeupdate`. */
const TICK = 250

type Listener = (detail?: { errMsg: string }) => void
const EVENTS = [
  'Canplay',
  'Play',
  'Pause',
  'Stop',
  'Ended',
  'TimeUpdate',
  'Error',
  'Waiting',
  'Seeking',
  'Seeked',
  'Next',
  'Prev',
]

/** One sound of the phone: opens real files and moves with the virtual clock. */
export class PhoneAudio {
  startTime = 0
  playbackRate = 1
  currentTime = 0
  duration = 0
  paused = true
  autoplay = false
  private source = ''
  private fresh = true
  private timer: number | undefined
  private readonly listeners = new Map<string, Set<Listener>>();
  [api: `on${string}` | `off${string}`]: (listener?: Listener) => void

  constructor(
    private readonly clock: VirtualClock,
    private readonly open: (src: string) => Buffer,
  ) {
    for (const event of EVENTS) {
      const heard = new Set<Listener>()
      this.listeners.set(event, heard)
      this[`on${event}`] = listener => void heard.add(listener!)
      this[`off${event}`] = listener => void (listener ? heard.delete(listener) : heard.clear())
    }
  }

  get src(): string {
    return this.source
  }
  set src(source: string) {
    this.halt()
    this.source = source
    this.fresh = true
    this.currentTime = 0
    this.duration = 0
  }

  play(): void {
    if (!this.source || !this.paused) return
    try {
      const bytes = this.open(this.source)
      const seconds = mp3Seconds(bytes) ?? readMp4Seconds(bytes)
      if (seconds === undefined) throw new Error('errCode:10004, decode error')
      this.duration = seconds
    } catch (error) {
      this.later('Error', { errMsg: `operateAudio:fail ${(error as Error).message}` })
      return
    }
    if (this.fresh) this.currentTime = this.startTime
    this.fresh = false
    this.paused = false
    this.timer = this.clock.schedule(() => this.move(), TICK, TICK)
    this.later('Canplay')
    this.later('Play')
  }

  pause(): void {
    if (this.paused) return
    this.halt()
    this.later('Pause')
  }

  stop(): void {
    if (!this.source) return
    this.halt()
    this.currentTime = 0
    this.fresh = true
    this.later('Stop')
  }

  seek(position: number): void {
    this.currentTime = Math.max(0, Math.min(position, this.duration || position))
    this.later('Seeking')
    this.later('Seeked')
  }

  destroy(): void {
    this.halt()
  }

  private move(): void {
    this.currentTime += (TICK / 1000) * this.playbackRate
    if (this.currentTime < this.duration) return this.emit('TimeUpdate')
    this.currentTime = this.duration
    this.halt()
    this.emit('Ended')
  }

  private halt(): void {
    this.paused = true
    if (this.timer !== undefined) this.clock.cancel(this.timer)
    this.timer = undefined
  }

  private later(event: string, detail?: { errMsg: string }): void {
    this.clock.schedule(() => this.emit(event, detail), 20)
  }

  private emit(event: string, detail?: { errMsg: string }): void {
    for (const listener of this.listeners.get(event) ?? []) listener(detail)
  }
}
