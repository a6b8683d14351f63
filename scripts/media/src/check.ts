import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMp4Tag } from '../../feed/read/mp4.ts'
import type { Transcript } from './assemble.ts'
import { bundledVoiceProblem } from './bundled-voice.ts'
import { readEpisodes } from './episodes.ts'
import { ffmpeg } from './ffmpeg.ts'
import { filmFileProblems } from './film-file.ts'
import { humanProblems, unusedRecordings } from './human-recording.ts'
import { labelProblems } from './label-problems.ts'
import { measure, TARGET_LUFS, TOLERANCE_LU } from './loudness.ts'
import { readIndex } from './media-index.ts'
import { spokenCharacters } from './pace.ts'
import { paths } from './paths.ts'
import { fileHash } from './recording.ts'
import { isSynthetic } from './synthetic-label.ts'
import { paceProblems, transcriptProblems } from './transcript-problems.ts'
import { unlisted } from './unlisted.ts'

/** A length in the index may differ from the decoded one by this many seconds. */
const LENGTH_TOLERANCE = 0.5

/** Seconds of silence: the longest pause that is meant is just under one, and a breath may lie on either side of it. */
const LONGEST_SILENCE = 1.05

/**
 * Decodes every file that the index lists and is here, end to end: bytes, hash, length, loudness, peak, silences, pace, transcript times, the label of
 * what is synthetic, and a film's picture and chapters. A person's recording that lies in content/media and is not heard is a problem, too, and
 * so is a script without a recording, or a file that no entry knows.
 * A bundled file that is missing is a problem; one of dist/media that has not been built here is only counted.
 */
export async function checkMedia(report: (line: string) => void): Promise<string[]> {
  const problems: string[] = []
  const scripts = readEpisodes(paths.episodes, it => problems.push(it))
  const names = readdirSync(paths.bundled)
  const index = readIndex(paths.index)
  const charactersOf = (id: string) =>
    (scripts.find(it => it.id === id)?.paragraphs ?? []).reduce((sum, text) => sum + spokenCharacters(text), 0)
  problems.push(
    ...unusedRecordings(names, index, name => fileHash(join(paths.bundled, name))),
    ...unlisted(
      scripts.map(({ id }) => id),
      names,
      index,
    ),
  )
  let decoded = 0
  let absent = 0
  for (const entry of index.values()) {
    const file = join(entry.bundled ? paths.bundled : paths.built, entry.file)
    const say = (what: string) => problems.push(`${entry.id}: ${what}`)
    const voice = bundledVoiceProblem(entry)
    if (voice !== undefined) say(voice)
    const sidecar = join(paths.bundled, `${entry.id}.json`)
    const transcript = existsSync(sidecar) ? (JSON.parse(readFileSync(sidecar, 'utf8')) as Transcript) : undefined
    if (transcript) {
      transcriptProblems(transcript, entry.seconds).forEach(say)
      // How fast a person speaks is their own.
      if (isSynthetic(entry.label)) paceProblems(transcript, entry.seconds).forEach(say)
    } else if (entry.label !== '人工录制') say('its transcript is missing')
    if (!existsSync(file)) {
      if (entry.bundled) say(`${entry.file} is missing from content/media`)
      else absent += 1
      continue
    }
    const bytes = readFileSync(file)
    if (bytes.length !== entry.bytes) say(`${bytes.length} bytes, the index says ${entry.bytes}`)
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) say('its hash is not the one in the index')
    labelProblems(entry.label, readMp4Tag(bytes, 'AIGC'), transcript).forEach(say)
    try {
      const heard = await measure(file)
      decoded += 1
      if (!(Math.abs(heard.seconds - entry.seconds) <= LENGTH_TOLERANCE))
        say(`${heard.seconds} s long, the index says ${entry.seconds}`)
      if (!(Math.abs(heard.integrated - TARGET_LUFS) <= TOLERANCE_LU))
        say(`${heard.integrated} LUFS, not ${TARGET_LUFS} ± ${TOLERANCE_LU}`)
      if (!(heard.peak <= 0)) say(`true peak ${heard.peak} dBTP`)
      if (entry.file.endsWith('.mp4'))
        filmFileProblems(await ffmpeg(['-i', file, '-map', '0:v', '-c', 'copy', '-f', 'null', '-'])).forEach(say)
      if (entry.label === '人工录制') humanProblems(heard, charactersOf(entry.id)).forEach(say)
      else if (heard.longestSilence > LONGEST_SILENCE) say(`${heard.longestSilence} s of silence`)
    } catch (error) {
      say((error as Error).message)
    }
  }
  report(`${decoded} 个文件完整解码，${absent} 个尚未在本机生成，${problems.length} 个问题`)
  return problems
}
