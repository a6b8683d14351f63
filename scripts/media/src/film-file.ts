import { FRAME, RATE } from './scenes/stage.ts'

/** What is wrong with a film's file by what ffmpeg says of it: size of the picture, pictures a second, chapters. */
export function filmFileProblems(said: string): string[] {
  const [, width, height, rate] = /Video: h264.*?, (\d+)x(\d+).*?, ([\d.]+) fps/.exec(said) ?? []
  if (rate === undefined) return ['it holds no H.264 picture']
  const problems: string[] = []
  if (Number(width) !== FRAME.width || Number(height) !== FRAME.height)
    problems.push(`its picture is ${width}×${height}, not ${FRAME.width}×${FRAME.height}`)
  if (Number(rate) < RATE) problems.push(`${rate} pictures a second, not ${RATE}`)
  if (!/Chapter #0:0: start 0\.0/.test(said)) problems.push('its chapters do not begin with it')
  return problems
}
