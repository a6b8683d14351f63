import type { VirtualClock } from './clock'
import type { PhoneFiles } from './files'

/** A frame of MPEG-2 layer III at 24 kHz and 64 kbit/s, mono, in which nothing is to be heard. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xf3, 0x84, 0xc4]), Buffer.alloc(188)])
const FRAME_MS = 24

/** Length of what this recorder makes; undefined for any other file. */
export function mp3Seconds(bytes: Buffer): number | undefined {
  if (!bytes.subarray(0, 4).equals(FRAME.subarray(0, 4))) return undefined
  return ((bytes.length / FRAME.length) * FRAME_MS) / 1_000
}

type Told = Record<string, unknown>
type Listener = (detail: Told) => void
interface Options {
  duration?: number
  format?: string
  sampleRate?: number
  encodeBitRate?: number
}

/** What WeChat's documents allow for `encodeBitRate` at a sample rate; anything else is an error there. */
const RATES: Record<number, [number, number]> = {
  16_000: [24_000, 96_000],
  24_000: [32_000, 128_000],
  44_100: [64_000, 320_000],
}

/** RecorderManager: one for the app, moving with the virtual clock, and its files are real ones. */
export class PhoneRecorder {
  state: 'inactive' | 'recording' | 'paused' = 'inactive'
  /** What it was asked for. */
  asked?: Options
  readonly manager: Record<string, unknown>
  private sounded = 0
  private since = 0
  private limit: number | undefined
  private readonly heard: Record<string, Listener | undefined> = {}

  constructor(
    private readonly clock: VirtualClock,
    private readonly files: PhoneFiles,
    private readonly refused: () => boolean,
  ) {
    const on = (event: string) => (listener: Listener) => void (this.heard[event] = listener)
    this.manager = {
      ...Object.fromEntries(
        ['Start', 'Pause', 'Resume', 'Stop', 'Error', 'InterruptionBegin', 'InterruptionEnd', 'FrameRecorded'].map(
          event => [`on${event}`, on(event)],
        ),
      ),
      start: (options: Options) => this.start(options),
      pause: () => this.pause(),
      resume: () => this.resume(),
      stop: () => this.stop(),
    }
  }

  /** A telephone call comes in: WeChat pauses and says so. */
  interrupt(): void {
    this.rest()
    this.state = 'paused'
    this.tell('InterruptionBegin', {})
  }

  private start(options: Options): void {
    this.asked = options
    const [least, most] = RATES[options.sampleRate ?? 0] ?? [0, 0]
    const rate = options.encodeBitRate ?? 0
    if (this.state !== 'inactive') return this.tell('Error', { errMsg: 'operateRecorder:fail is recording or paused' })
    if (this.refused()) return this.tell('Error', { errMsg: 'operateRecorder:fail auth deny' })
    if (options.format !== 'mp3' || rate < least || rate > most)
      return this.tell('Error', { errMsg: 'operateRecorder:fail encodeBitRate is not supported' })
    this.sounded = 0
    this.begin()
    this.tell('Start', {})
  }

  private begin(): void {
    this.state = 'recording'
    this.since = this.clock.now
    const left = (this.asked?.duration ?? 60_000) - this.sounded
    this.limit = this.clock.schedule(() => this.stop(), left)
  }

  private rest(): void {
    if (this.state === 'recording') this.sounded += this.clock.now - this.since
    if (this.limit !== undefined) this.clock.cancel(this.limit)
  }

  private pause(): void {
    if (this.state !== 'recording') return
    this.rest()
    this.state = 'paused'
    this.tell('Pause', {})
  }

  private resume(): void {
    if (this.state !== 'paused') return
    this.begin()
    this.tell('Resume', {})
  }

  private stop(): void {
    if (this.state === 'inactive') return
    this.rest()
    this.state = 'inactive'
    const frames = Math.max(1, Math.round(this.sounded / FRAME_MS))
    const bytes = Buffer.concat(Array.from({ length: frames }, () => FRAME))
    const tempFilePath = this.files.receive(bytes)
    this.tell('Stop', { tempFilePath, duration: this.sounded, fileSize: bytes.length })
  }

  private tell(event: string, detail: Told): void {
    this.clock.schedule(() => this.heard[event]?.(detail), 20)
  }
}
