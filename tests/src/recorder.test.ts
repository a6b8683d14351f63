import { startRecording } from '@/platform/media/recorder.h5'

const options = { longest: 60, onPaused: jest.fn(), onDone: jest.fn(), onFailed: jest.fn() }

/** A browser that records, whose microphone ends like this. */
function browser(microphone: (() => Promise<never>) | undefined): void {
  const mediaDevices = microphone && { getUserMedia: microphone }
  Object.defineProperty(globalThis, 'navigator', { value: { mediaDevices }, configurable: true })
  Object.assign(globalThis, { MediaRecorder: { isTypeSupported: (type: string) => type === 'audio/webm' } })
}

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'missing'],
  ['AbortError', 'other'],
])('a microphone that ends with %s is %s', async (name, trouble) => {
  browser(() => Promise.reject(Object.assign(new Error('said so'), { name })))
  await expect(startRecording(options)).rejects.toMatchObject({ trouble })
})

test('a page that is not https has no microphone, and an old browser no recorder', async () => {
  browser(undefined)
  await expect(startRecording(options)).rejects.toMatchObject({ trouble: 'missing' })
  Reflect.deleteProperty(globalThis, 'MediaRecorder')
  await expect(startRecording(options)).rejects.toMatchObject({ trouble: 'missing' })
})
