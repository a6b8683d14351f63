import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AUDIO_BITRATE, metadata, MUXER, type Tags } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import { recordingOf, type HumanRecording } from './human-recording.ts'
import { CEILING_DB, TARGET_LUFS } from './loudness.ts'
import { paths } from './paths.ts'

/** A person's recording of an episode, dropped into `content/media/` as `<id>.human.<name>.wav|m4a|mp3|flac|webm|ogg`. @throws Error when it is not clear which, or whose */
export function humanRecording(folder: string, id: string): HumanRecording | undefined {
  const found = recordingOf(readdirSync(folder), id)
  return found && { ...found, file: join(folder, found.file) }
}

/** Brings a recording to our loudness and format, in the work folder, without what the phone wrote into it; returns the file. */
export async function encodeRecording(recording: string, id: string, tags: Tags): Promise<string> {
  const file = join(paths.work, `${id}.human.m4a`)
  const loudness = `loudnorm=I=${TARGET_LUFS}:TP=${CEILING_DB}:LRA=11`
  await ffmpeg([
    '-i',
    recording,
    '-vn',
    '-map_metadata',
    '-1',
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
