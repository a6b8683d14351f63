import Taro from '@tarojs/taro'
import type { Speech } from './speech'

/** WeChat's 同声传译 plugin. It must be added to the mini-program's account, so it is off unless the build says SPEECH_PLUGIN=1. */
interface SpeechPlugin {
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (result: { filename: string }) => void
    fail: () => void
  }): void
}

declare const requirePlugin: (name: string) => SpeechPlugin

export function canSpeak(): boolean {
  return SPEECH_PLUGIN
}

export function speak(texts: string[], start: number, rate: number, onText: (index: number) => void): Speech {
  const plugin = requirePlugin('WechatSI')
  const audio = Taro.createInnerAudioContext()
  let stopped = false
  let at = start
  const say = (index: number) => {
    const content = texts[index]
    if (stopped) return
    if (content === undefined) return onText(-1)
    at = index
    onText(index)
    const fail = () => !stopped && onText(-1)
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => {
        if (stopped) return
        audio.src = filename
        audio.playbackRate = rate
        audio.play()
      },
      fail,
    })
  }
  audio.onEnded(() => say(at + 1))
  audio.onError(() => !stopped && onText(-1))
  say(start)
  return {
    stop() {
      stopped = true
      audio.destroy()
      onText(-1)
    },
  }
}
