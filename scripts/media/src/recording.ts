import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AUDIO_BITRATE, metadata, MUXER, type Tags } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import { CEILING_DB, TARGET_LUFS } from './loudness.ts'
import { paths } from './paths.ts'

const SUFFIXES = ['.human.wav', '.human.m4a', '.human.mp3', '.human.flac']

/** A person's recording of an episode, dropped into `content/media/` as `<id>.human.wav|m4a|mp3|flac`. It always wins over a synthetic voice. */
export function humanRecording(folder: string, id: string): string | null {
  return SUFFIXES.map(suffix => join(folder, id + suffix)).find(existsSync) ?? null
}

/** Brings a recording to our loudness and format, in the work folder; returns the file. */
export async function encodeRecording(recording: string, id: string, tags: Tags): Promise<string> {
  const file = join(paths.work, `${id}.human.m4a`)
  const loudness = `loudnorm=I=${TARGET_LUFS}:TP=${CEILING_DB}:LRA=11`
  await ffmpeg([
    '-i',
    recording,
    '-vn',
    '-af',
    loudness,
    '-ac',
    '1',
    '-ar',
    '24000',
    '-c:a',
    'aac',
    '-b:a',
    AUDIO_BITRATE,
    ...metadata(tags),
    '-movflags',
    MUXER,
    file,
  ])
  return file
}
