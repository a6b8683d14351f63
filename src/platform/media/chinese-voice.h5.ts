/** A voice of the browser that reads Chinese; asking once makes a browser look for its voices. */
export function chineseVoice(): SpeechSynthesisVoice | undefined {
  if (typeof SpeechSynthesisUtterance === 'undefined') return undefined
  return window.speechSynthesis?.getVoices().find(voice => /^(zh|cmn)/i.test(voice.lang))
}
