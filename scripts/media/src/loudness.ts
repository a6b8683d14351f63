import { ffmpeg } from './ffmpeg.ts'

/** EBU R 128 target for speech on phones, in LUFS, and how far a file may be off. */
export const TARGET_LUFS = -16
export const TOLERANCE_LU = 1
/** True-peak ceiling in dBTP. */
export const CEILING_DB = -1.5

export interface Loudness {
  /** Integrated loudness in LUFS. */
  integrated: number
  /** True peak in dBTP. */
  peak: number
  /** Longest silence (below −50 dB) in seconds. */
  longestSilence: number
  /** Length of what was decoded, in seconds. */
  seconds: number
}

/** Decodes the whole first sound track of a file and measures it. */
export async function measure(file: string): Promise<Loudness> {
  const said = await ffmpeg([
    '-xerror',
    '-i',
    file,
    '-map',
    '0:a:0',
    '-af',
    'silencedetect=noise=-50dB:d=0.5,ebur128=peak=true',
    '-f',
    'null',
    '-',
  ])
  const summary = said.slice(said.lastIndexOf('Summary:'))
  const number = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? NaN)
  const silences = [...said.matchAll(/silence_duration: ([\d.]+)/g)].map(m => Number(m[1]))
  const clock = [...said.matchAll(/time=(\d+):(\d+):([\d.]+)/g)].at(-1)
  return {
    integrated: number(summary, /I:\s+(-?[\d.]+) LUFS/),
    peak: number(summary, /Peak:\s+(-?[\d.]+) dBFS/),
    longestSilence: Math.max(0, ...silences),
    seconds: clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : NaN,
  }
}
