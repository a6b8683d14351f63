import Taro from '@tarojs/taro'
import { monotonicNow } from '@/platform/phone/phone'
import type { Recording, RecordingOptions } from './recorder'
import { RecorderError } from './recorder-error'

/** Speech for everybody's player: 8 kB a second. */
const FORMAT = { format: 'mp3', sampleRate: 24_000, numberOfChannels: 1, encodeBitRate: 64_000 } as const

/** There is one recorder, and what it tells cannot be unheard: it is told to whoever records now. */
let current: (RecordingOptions & { begun?: () => void; asked?: boolean }) | undefined
let heard = false
let since: number | undefined
let sounded = 0

const rest = () => {
  if (since !== undefined) sounded += monotonicNow() - since
  since = undefined
}

function hear(): ReturnType<typeof Taro.getRecorderManager> {
  const manager = Taro.getRecorderManager()
  if (heard) return manager
  heard = true
  manager.onStart(() => {
    since = monotonicNow()
    current?.begun?.()
  })
  manager.onResume(() => (since = monotonicNow()))
  manager.onPause(() => {
    rest()
    current?.onPaused()
  })
  // A call has come in; some phones say no more than this.
  manager.onInterruptionBegin(() => {
    rest()
    current?.onPaused()
  })
  manager.onStop(({ tempFilePath, duration, fileSize }) => {
    rest()
    const told = current
    current = undefined
    const seconds = (duration || sounded) / 1_000
    if (!told) return
    const why = told.asked ? 'asked' : seconds >= told.longest - 1 ? 'limit' : 'gone'
    told.onDone({ seconds, bytes: fileSize, ending: FORMAT.format, file: tempFilePath }, why)
  })
  manager.onError(({ errMsg }) => {
    rest()
    const told = current
    current = undefined
    told?.onFailed(new RecorderError(/auth|deny|denied|privacy|permission/i.test(errMsg) ? 'refused' : 'other', errMsg))
  })
  return manager
}

export const openMicrophoneSetting = async (): Promise<void> => {
  await Taro.openSetting().catch(() => undefined)
}

export function startRecording(options: RecordingOptions): Promise<Recording> {
  const manager = hear()
  sounded = 0
  return new Promise((resolve, reject) => {
    const recording: Recording = {
      pause: () => manager.pause(),
      resume: () => manager.resume(),
      stop: () => {
        if (current) current.asked = true
        manager.stop()
      },
    }
    let begun = false
    current = {
      ...options,
      begun: () => {
        begun = true
        resolve(recording)
      },
      // Before it has begun, a no is the answer to the question whether it may.
      onFailed: error => (begun ? options.onFailed(error) : reject(error)),
    }
    manager.start({ ...FORMAT, duration: options.longest * 1_000 })
  })
}
