import { createAudio } from '@/platform/media/audio'

/** The element that the engine plays through, with the browser's own word of whether it is paused. */
function audioElement() {
  const element = document.createElement('audio')
  let paused = false
  Object.defineProperty(element, 'paused', { get: () => paused })
  element.pause = () => {
    paused = true
    // The browser queues both: what a seek waits for is told when the pause has happened already.
    element.dispatchEvent(new Event('waiting'))
    element.dispatchEvent(new Event('pause'))
  }
  return element
}

test('a pause from the lock screen just after a seek is told, not that a paused element waits', () => {
  const element = audioElement()
  jest.spyOn(globalThis, 'Audio').mockImplementation(() => element)
  const heard: string[] = []
  const audio = createAudio(event => heard.push(event))
  element.dispatchEvent(new Event('waiting'))
  audio.pause()
  expect(heard).toEqual(['waiting', 'pause'])
})
