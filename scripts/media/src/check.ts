import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { measure, TARGET_LUFS, TOLERANCE_LU } from './loudness.ts'
import { readIndex } from './media-index.ts'
import { paths } from './paths.ts'
import { paceProblems, transcriptProblems } from './transcript-problems.ts'

/** A length in the index may differ from the decoded one by this many seconds. */
const LENGTH_TOLERANCE = 0.5

/** Seconds of silence: the longest pause that is meant is just under one, and a breath may lie on either side of it. */
const LONGEST_SILENCE = 1.05

/**
 * Decodes every file that the index lists and is here, end to end: bytes, hash, length, loudness, peak, silences, pace, transcript times.
 * A bundled file that is missing is a problem; one of dist/media that has not been built here is only counted.
 */
export async function checkMedia(report: (line: string) => void): Promise<string[]> {
  const problems: string[] = []
  let decoded = 0
  let absent = 0
  for (const entry of readIndex(paths.index).values()) {
    const file = join(entry.bundled ? paths.bundled : paths.built, entry.file)
    const say = (what: string) => problems.push(`${entry.id}: ${what}`)
    const sidecar = join(paths.bundled, `${entry.id}.json`)
    if (existsSync(sidecar)) {
      const transcript = JSON.parse(readFileSync(sidecar, 'utf8')) as Transcript
      transcriptProblems(transcript, entry.seconds).forEach(say)
      paceProblems(transcript, entry.seconds).forEach(say)
    } else if (entry.label !== '真人朗读') say('its transcript is missing')
    if (!existsSync(file)) {
      if (entry.bundled) say(`${entry.file} is missing from content/media`)
      else absent += 1
      continue
    }
    const bytes = readFileSync(file)
    if (bytes.length !== entry.bytes) say(`${bytes.length} bytes, the index says ${entry.bytes}`)
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) say('its hash is not the one in the index')
    try {
      const heard = await measure(file)
      decoded += 1
      if (!(Math.abs(heard.seconds - entry.seconds) <= LENGTH_TOLERANCE))
        say(`${heard.seconds} s long, the index says ${entry.seconds}`)
      if (!(Math.abs(heard.integrated - TARGET_LUFS) <= TOLERANCE_LU))
        say(`${heard.integrated} LUFS, not ${TARGET_LUFS} ± ${TOLERANCE_LU}`)
      if (!(heard.peak <= 0)) say(`true peak ${heard.peak} dBTP`)
      if (heard.longestSilence > LONGEST_SILENCE) say(`${heard.longestSilence} s of silence`)
    } catch (error) {
      say((error as Error).message)
    }
  }
  report(`${decoded} 个文件完整解码，${absent} 个尚未在本机生成，${problems.length} 个问题`)
  return problems
}
