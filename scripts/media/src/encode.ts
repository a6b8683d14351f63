import { writeFile, rm } from 'node:fs/promises'
import type { Speech } from './engine.ts'
import { ffmpeg } from './ffmpeg.ts'
import type { MediaEntry } from './media-index.ts'
import { CEILING_DB, measure, TARGET_LUFS } from './loudness.ts'
import { toWav, withinScale } from './wav.ts'

export interface Tags {
  title: string
  album: string
  /** 合成语音, 机器朗读 or 人工录制: the listener's app and any player can show it. */
  label: MediaEntry['label']
  voice: string
  /** The label inside a synthetic file (`aigcField`); a person's recording has none. */
  aigc?: string
}

/** Speech at 24 kHz needs no more than this; see docs/decisions/0010-voice.md for the comparison. */
export const AUDIO_BITRATE = '24k'

/** True peak of a finished file that is still left as it is, in dBTP: a little below full scale, where it would be clipped. */
const MOST_DB = -0.1

/** The index in front, and tags of any name: without the second flag the muxer drops `AIGC`. */
export const MUXER = '+faststart+use_metadata_tags'

/** The tags as ffmpeg arguments. */
export function metadata(tags: Tags): string[] {
  return [
    'title=' + tags.title,
    'album=' + tags.album,
    'artist=' + tags.label,
    'comment=' + `${tags.label}（${tags.voice}）`,
    ...(tags.aigc ? ['AIGC=' + tags.aigc] : []),
  ].flatMap(t => ['-metadata', t])
}

/**
 * Brings the track to −16 LUFS with a true-peak limiter, and writes AAC-LC mono with the index at the front.
 * The gain is computed from the measured loudness, and once more after limiting when that took more than half a unit; the ceiling
 * is lowered by what the encoder put on top of it (at this bitrate that can be more than the headroom).
 */
export async function encodeSpeech(track: Speech, file: string, tags: Tags): Promise<void> {
  const raw = `${file}.wav`
  await writeFile(raw, toWav(withinScale(track)))
  try {
    let gain = TARGET_LUFS - (await measure(raw)).integrated
    let ceiling = CEILING_DB
    for (let pass = 0; pass < 5; pass += 1) {
      await ffmpeg([
        '-i',
        raw,
        '-af',
        loudnessFilter(gain, ceiling),
        '-ac',
        '1',
        '-ar',
        String(track.rate),
        '-c:a',
        'aac',
        '-profile:a',
        'aac_low',
        '-b:a',
        AUDIO_BITRATE,
        ...metadata(tags),
        '-movflags',
        MUXER,
        '-fflags',
        '+bitexact',
        '-flags:a',
        '+bitexact',
        file,
      ])
      const heard = await measure(file)
      const off = TARGET_LUFS - heard.integrated
      const over = heard.peak - MOST_DB
      if (Math.abs(off) <= 0.5 && over <= 0) break
      if (Math.abs(off) > 0.5) gain += off
      if (over > 0) ceiling -= over + 0.2
    }
  } finally {
    await rm(raw, { force: true })
  }
}

function loudnessFilter(gain: number, ceiling: number): string {
  const limit = 10 ** ((ceiling - 1) / 20)
  return `volume=${gain.toFixed(2)}dB,alimiter=limit=${limit.toFixed(3)}:level=false:attack=2:release=60`
}
