import Taro from '@tarojs/taro'
import type { Speech, SpeechListener } from './speech'

/** WeChat's 同声传译 plugin. It must be added to the mini-program's account, so it is off unless the build says SPEECH_PLUGIN=1. */
interface SpeechPlugin {
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (result: { filename: string }) => void
    fail: (result: { msg?: string }) => void
  }): void
}

declare const requirePlugin: (name: string) => SpeechPlugin

export function canSpeak(): boolean {
  return SPEECH_PLUGIN
}

export function onVoices(): void {
  // The build decides.
}

/** The plugin makes a sound file of each text on WeChat's servers; InnerAudioContext plays it. */
export function speak(texts: string[], start: number, rate: number, listener: SpeechListener): Speech {
  const plugin = requirePlugin('WechatSI')
  const audio = Taro.createInnerAudioContext()
  let stopped = false
  let at = start
  const stop = () => {
    if (stopped) return
    stopped = true
    audio.destroy()
  }
  const fail = () => {
    if (stopped) return
    stop()
    listener.fail('微信的朗读没有响应，可能是没有网络')
  }
  const say = (index: number) => {
    const content = texts[index]
    if (stopped) return
    if (content === undefined) {
      stop()
      return listener.end()
    }
    at = index
    const success = ({ filename }: { filename: string }) => {
      if (stopped) return
      listener.at(index)
      audio.src = filename
      audio.playbackRate = rate
      audio.play()
    }
    plugin.textToSpeech({ lang: 'zh_CN', tts: true, content, success, fail })
  }
  audio.onEnded(() => say(at + 1))
  audio.onError(fail)
  say(start)
  return { stop }
}
