/** `2:05`: minutes and seconds of a player. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** `2 分 40 秒`: a length in words. */
export function spellSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`
}

/** Characters an older reader takes in a minute; a row's `4 分钟` comes from it. */
const READING_SPEED = 260

/** Characters that a voice says in a second: a script's length where only its seconds are known. */
const SPOKEN_A_SECOND = 4

/** About how many Chinese characters an episode's script has. */
export const scriptChars = ({ seconds }: { seconds: number }): number => seconds * SPOKEN_A_SECOND

/** `4 分钟`: what an article of `chars` Chinese characters costs. */
export function readingMinutes(chars: number): number {
  return Math.max(1, Math.round(chars / READING_SPEED))
}
