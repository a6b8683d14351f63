import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AUDIO_BITRATE, metadata, MUXER, type Tags } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import { humanProblems, recordingOf, type HumanRecording } from './human-recording.ts'
import { CEILING_DB, measure, TARGET_LUFS, TOLERANCE_LU } from './loudness.ts'
import { paths } from './paths.ts'

/** A person's recording of an episode, dropped into `content/media/` as `<id>.human.<name>.m4a` or the like. @throws Error when it is not clear which, or whose */
export function humanRecording(folder: string, id: string): (HumanRecording & { sha256: string }) | undefined {
  const found = recordingOf(readdirSync(folder), id)
  if (!found) return undefined
  const file = join(folder, found.file)
  return { ...found, file, sha256: fileHash(file) }
}

export const fileHash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/**
 * Brings a recording to our loudness and format, in the work folder, without what the phone wrote into it; returns the file.
 * @param characters of the script, as they are said
 * @throws Error when it is silent, or not the whole script: what is heard now stays
 */
export async function encodeRecording(recording: string, id: string, tags: Tags, characters: number): Promise<string> {
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
  const heard = await measure(file)
  const wrong = [...humanProblems(heard, characters), ...loudnessProblems(heard.integrated)]
  if (wrong.length > 0) throw new Error(`${basename(recording)} 没有用上：${wrong.join('；')}`)
  return file
}

/** Whether it can be heard as loud as the rest, beside `humanProblems`. */
function loudnessProblems(integrated: number): string[] {
  return Math.abs(integrated - TARGET_LUFS) <= TOLERANCE_LU
    ? []
    : [`响度 ${integrated} LUFS，应当是 ${TARGET_LUFS} ± ${TOLERANCE_LU}；听一听是不是没有录上`]
}
