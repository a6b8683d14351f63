import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { metadata, MUXER, type Tags } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import { filmShelf } from './films.ts'
import { paths } from './paths.ts'
import { paintFilm } from './scenes/paint.ts'
import { RATE } from './scenes/stage.ts'
import type { EpisodeScript } from './script.ts'
import { isSynthetic } from './synthetic-label.ts'

/** Seconds between whole pictures: a player jumps to one of them. */
const KEY_SECONDS = 10

/**
 * Pictures and sound as one H.264 720p file with chapters and the index at the front. `sound` is the finished m4a of `seconds`; it is copied, not encoded again.
 * Throws with every problem of its storyboard, one a line.
 */
export async function makeVideo(
  script: EpisodeScript,
  transcript: Transcript,
  sound: string,
  seconds: number,
  chapters: string,
  file: string,
  tags: Tags,
): Promise<void> {
  const { film, problems } = filmShelf()(script, transcript, seconds, isSynthetic(tags.label))
  if (!film || problems.length > 0) throw new Error(problems.join('\n'))
  const folder = join(paths.work, script.id)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const stills = await paintFilm(film, folder)
  const list = stills.map(still => `file '${still.file}'\nduration ${still.seconds.toFixed(4)}`)
  const listFile = join(folder, 'frames.txt')
  writeFileSync(listFile, `${list.join('\n')}\nfile '${stills.at(-1)!.file}'\n`)
  await ffmpeg([
    '-f',
    'concat',
    '-safe',
    '0',
    '-i',
    listFile,
    '-i',
    sound,
    '-i',
    chapters,
    '-map',
    '0:v',
    '-map',
    '1:a',
    '-map_metadata',
    '1',
    '-map_chapters',
    '2',
    '-vf',
    `fps=${RATE},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`,
    // Said, so that our red is our red: players take a picture of this size so, the converter does not.
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-tune',
    'animation',
    '-crf',
    '27',
    '-profile:v',
    'main',
    '-level',
    '3.1',
    '-g',
    String(RATE * KEY_SECONDS),
    '-c:a',
    'copy',
    '-t',
    seconds.toFixed(3),
    ...metadata(tags),
    '-movflags',
    MUXER,
    '-fflags',
    '+bitexact',
    file,
  ])
  rmSync(folder, { recursive: true, force: true })
}
