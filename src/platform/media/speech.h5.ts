import { chineseVoice } from './chinese-voice.h5'
import type { Speech, SpeechListener } from './speech'

export const canSpeak = (): boolean => chineseVoice() !== undefined

export function onVoices(change: () => void): void {
  window.speechSynthesis?.addEventListener?.('voiceschanged', change)
}

export function speak(texts: string[], start: number, rate: number, listener: SpeechListener): Speech {
  let stopped = false
  const say = (index: number) => {
    const text = texts[index]
    if (stopped) return
    if (text === undefined) return listener.end()
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = 'zh-CN'
    utterance.voice = chineseVoice() ?? null
    utterance.rate = rate
    utterance.onend = () => say(index + 1)
    utterance.onerror = ({ error }) => {
      if (stopped) return
      stopped = true
      listener.fail(error === 'not-allowed' ? '浏览器要您点一下才肯出声' : '手机的朗读声音没有响应')
    }
    listener.at(index)
    window.speechSynthesis.speak(utterance)
  }
  window.speechSynthesis.cancel()
  say(start)
  return {
    stop() {
      if (stopped) return
      stopped = true
      window.speechSynthesis.cancel()
    },
  }
}
