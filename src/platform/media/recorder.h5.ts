import { monotonicNow } from '@/platform/phone/phone'
import type { Ended, Recorded, Recording, RecordingOptions } from './recorder'
import { RecorderError } from './recorder-error'

/** As a browser calls them, the first it knows; all are taken by scripts/media. */
const ENDINGS = { 'audio/mp4': 'm4a', 'audio/webm': 'webm', 'audio/ogg': 'ogg' } as const
type Kind = keyof typeof ENDINGS

/** Speech: 6 kB a second. */
const BITS = 48_000
/** What has been said reaches us so often, milliseconds, and is passed on every so many times. */
const PIECE_MS = 1_000
const PIECES_OF_PART = 10

/** Browsers have a lock beside the address for it, and no way in from a page. */
export const openMicrophoneSetting = undefined

const kind = (): Kind | undefined =>
  typeof MediaRecorder === 'undefined'
    ? undefined
    : (Object.keys(ENDINGS) as Kind[]).find(it => MediaRecorder.isTypeSupported(it))

const troubleOf = (name: string) =>
  /NotAllowed|Security|Permission/.test(name)
    ? 'refused'
    : /NotFound|Overconstrained|NotReadable/.test(name)
      ? 'missing'
      : 'other'

async function microphone(): Promise<MediaStream> {
  // Pages that are not https have none.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) throw new RecorderError('missing', 'no mediaDevices')
  try {
    return await devices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } })
  } catch (error) {
    const { name, message } = error as Error
    throw new RecorderError(troubleOf(name), message)
  }
}

export async function startRecording({
  longest,
  onPaused,
  onPart,
  onDone,
  onFailed,
}: RecordingOptions): Promise<Recording> {
  const type = kind()
  if (!type) throw new RecorderError('missing', 'no MediaRecorder')
  const stream = await microphone()
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS })
  const pieces: Blob[] = []
  /** Milliseconds of sound so far, and since when more is added. */
  let sounded = 0
  let since: number | undefined
  let limit: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    since = monotonicNow()
    limit = setTimeout(() => stop('limit'), longest * 1_000 - sounded)
  }
  const rest = () => {
    clearTimeout(limit)
    if (since !== undefined) sounded += monotonicNow() - since
    since = undefined
  }
  let why: Ended = 'asked'
  function stop(because: Ended): void {
    if (recorder.state === 'inactive') return
    why = because
    recorder.stop()
  }
  let muted = false
  const soFar = (): Recorded => {
    const file = new Blob(pieces, { type })
    const running = since === undefined ? 0 : monotonicNow() - since
    return { seconds: (sounded + running) / 1_000, bytes: file.size, ending: ENDINGS[type!], file }
  }
  const release = () => {
    rest()
    for (const track of stream.getTracks()) track.stop()
  }
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return
    pieces.push(data)
    if (pieces.length % PIECES_OF_PART === 0 && recorder.state !== 'inactive') onPart?.(soFar())
  }
  recorder.onpause = () => {
    rest()
    onPaused(muted ? 'muted' : undefined)
  }
  recorder.onresume = run
  recorder.onstop = () => {
    release()
    onDone(soFar(), why)
  }
  recorder.onerror = event => {
    release()
    onFailed(new RecorderError('other', (event as Event & { error?: Error }).error?.message))
  }
  for (const track of stream.getTracks()) {
    // Unplugged, or taken away: what there is is kept.
    track.onended = () => stop('gone')
    // A call has come in, or its switch was pressed: silence is not recorded.
    track.onmute = () => {
      muted = true
      if (recorder.state === 'recording') recorder.pause()
    }
    track.onunmute = () => (muted = false)
  }
  recorder.start(PIECE_MS)
  run()
  return {
    pause: () => recorder.state === 'recording' && recorder.pause(),
    resume: () => recorder.state === 'paused' && recorder.resume(),
    stop: () => stop('asked'),
  }
}
