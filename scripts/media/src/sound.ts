import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { encodeSpeech, type Tags } from './encode.ts'
import type { Engine } from './engine.ts'
import type { MediaEntry } from './media-index.ts'
import { normalise } from './normalise.ts'
import { paths } from './paths.ts'
import { saysScript, scriptHash, withChapters } from './plan.ts'
import type { EpisodeScript } from './script.ts'
import { sentencesOf } from './sentences.ts'
import { speakScript } from './speak.ts'
import { aigcField, isSynthetic } from './synthetic-label.ts'

/** What is known of a finished sound track in the work folder; the same words and voice are never spoken twice. */
interface SoundNote {
  /** Hash of the phonemes: it changes with the lexicon, not only with the words. */
  reading_sha256: string
  voice: string
  transcript: Transcript
}

const ALBUMS: Record<string, string> = { baitian: '百天讲党史', renwu: '人物', gushi: '党史故事' }

/** The tags of an episode's file. */
export function tagsOf(script: EpisodeScript, voice: string, label: MediaEntry['label']): Tags {
  const album = ALBUMS[script.series] ?? 'e起学党史'
  const aigc = isSynthetic(label) ? { aigc: aigcField(script.id, scriptHash(script)) } : {}
  return { title: script.title, album, voice, label, ...aigc }
}

/** Speaks and encodes a script into the work folder, or finds it there already. This is the slow part; it can run on another machine and its folder be brought back. */
export async function ensureSound(
  script: EpisodeScript,
  engine: Engine,
  place: string,
): Promise<{ file: string; transcript: Transcript }> {
  mkdirSync(paths.work, { recursive: true })
  const file = join(paths.work, `${script.id}.m4a`)
  const noteFile = join(paths.work, `${script.id}.sound.json`)
  const readings = script.paragraphs.flatMap(sentencesOf).map(sentence => engine.reading(normalise(sentence)))
  const reading_sha256 = createHash('sha256').update(readings.join('\n')).digest('hex')
  if (existsSync(file) && existsSync(noteFile)) {
    const note = JSON.parse(readFileSync(noteFile, 'utf8')) as SoundNote
    const same = note.reading_sha256 === reading_sha256 && note.voice === engine.voice
    if (same && saysScript(script, note.transcript)) return { file, transcript: withChapters(script, note.transcript) }
  }
  const progress = (done: number, all: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${place} ${script.id} ${script.title} ${done}/${all} `)
  }
  const { track, transcript } = await speakScript(script, engine, progress)
  await encodeSpeech(track, file, tagsOf(script, engine.voice, engine.label))
  writeFileSync(noteFile, JSON.stringify({ reading_sha256, voice: engine.voice, transcript } satisfies SoundNote))
  return { file, transcript }
}
