import type { Speech } from './speech'

const chinese = () => window.speechSynthesis?.getVoices().find(voice => /^zh/i.test(voice.lang))

/** Browsers load their voices late; asking once starts it. */
export function canSpeak(): boolean {
  return typeof SpeechSynthesisUtterance !== 'undefined' && chinese() !== undefined
}

export function speak(texts: string[], start: number, rate: number, onText: (index: number) => void): Speech {
  let stopped = false
  const say = (index: number) => {
    const text = texts[index]
    if (stopped) return
    if (text === undefined) return onText(-1)
    onText(index)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = 'zh-CN'
    utterance.voice = chinese() ?? null
    utterance.rate = rate
    utterance.onend = () => say(index + 1)
    utterance.onerror = () => !stopped && onText(-1)
    window.speechSynthesis.speak(utterance)
  }
  window.speechSynthesis.cancel()
  say(start)
  return {
    stop() {
      stopped = true
      window.speechSynthesis.cancel()
      onText(-1)
    },
  }
}
