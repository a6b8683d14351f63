import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { chapterMetadata, webVtt } from './captions.ts'
import type { Engine } from './engine.ts'
import { readEpisodes } from './episodes.ts'
import { measure } from './loudness.ts'
import { readIndex, writeIndex, type MediaEntry } from './media-index.ts'
import { spokenCharacters } from './pace.ts'
import { paths } from './paths.ts'
import { isCurrent, scriptHash } from './plan.ts'
import { encodeRecording, humanRecording } from './recording.ts'
import type { EpisodeScript } from './script.ts'
import { ensureSound, tagsOf } from './sound.ts'
import type { Voices } from './voice.ts'

export interface BuildOptions {
  /** Only these episodes; empty for all. */
  only: string[]
  /** Put new files into content/media (git) instead of dist/media. */
  bundle: boolean
  /** Leave videos out, or (`sound`) make nothing but sound tracks in the work folder. */
  parts: 'all' | 'audio' | 'sound'
  /** Make a file again though its script has not changed, after a lexicon entry was added. */
  force: boolean
  report: (line: string) => void
}

/** Speaks, encodes and lists every episode whose script is new or changed. Returns how many files were made; a failing episode is reported and does not stop the others. */
export async function buildMedia(openVoices: () => Promise<Voices>, options: BuildOptions): Promise<number> {
  for (const folder of [paths.bundled, paths.built, paths.work]) mkdirSync(folder, { recursive: true })
  const scripts = readEpisodes(paths.episodes, options.report)
    .filter(s => options.only.length === 0 || options.only.includes(s.id))
    .filter(s => !(options.parts === 'audio' && s.kind === 'video'))
  const voices = await openVoices()
  let made = 0
  for (const [n, script] of scripts.entries()) {
    const entry = readIndex(paths.index).get(script.id)
    const there = entry !== undefined && existsSync(join(entry.bundled ? paths.bundled : paths.built, entry.file))
    const place = `[${n + 1}/${scripts.length}]`
    try {
      const recording = humanRecording(paths.bundled, script.id)
      const engine = voices(script.series)
      const now = recording
        ? {
            label: '人工录制' as const,
            voice: 'human',
            reader: recording.reader,
            source_sha256: recording.sha256,
          }
        : engine
      if (!options.force && isCurrent(script, entry, there, now)) continue
      if (options.parts === 'sound') await ensureSound(script, engine, place)
      else
        options.report(
          `${place} ${await buildOne(script, engine, recording, { ...options, bundle: options.bundle || entry?.bundled === true }, place)}`,
        )
      made += 1
    } catch (error) {
      options.report(`${script.id}: ${(error as Error).message}`)
      process.exitCode = 1
    }
  }
  return made
}

async function buildOne(
  script: EpisodeScript,
  engine: Engine,
  recording: ReturnType<typeof humanRecording>,
  options: BuildOptions,
  place: string,
): Promise<string> {
  const folder = options.bundle ? paths.bundled : paths.built
  const voice = recording ? 'human' : engine.voice
  const label: MediaEntry['label'] = recording ? '人工录制' : engine.label
  const tags = tagsOf(script, recording?.reader ?? voice, label)
  const sound = recording
    ? {
        file: await encodeRecording(recording.file, script.id, tags, charactersOf(script)),
        transcript: untimed(script),
      }
    : await ensureSound(script, engine, place)
  const file = join(folder, `${script.id}.${script.kind === 'video' ? 'mp4' : 'm4a'}`)
  if (script.kind === 'video') {
    const { makeVideo } = await import('./video.ts')
    const chapters = join(paths.work, `${script.id}.chapters.txt`)
    const { seconds } = await measure(sound.file)
    writeFileSync(chapters, chapterMetadata(sound.transcript, seconds, script.title))
    await makeVideo(script, sound.transcript, sound.file, seconds, chapters, file, tags)
    writeFileSync(join(paths.bundled, `${script.id}.vtt`), webVtt(sound.transcript))
  } else copyFileSync(sound.file, file)
  writeFileSync(join(paths.bundled, `${script.id}.json`), transcriptJson(sound.transcript))
  return list(script, file, {
    bundled: options.bundle,
    voice,
    label,
    ...(recording && { reader: recording.reader, source_sha256: recording.sha256 }),
  })
}

const charactersOf = ({ paragraphs }: EpisodeScript): number =>
  paragraphs.reduce((sum, text) => sum + spokenCharacters(text), 0)

/** A person's pace is not known sentence by sentence; the text is there without times. */
function untimed(script: EpisodeScript): Transcript {
  return { id: script.id, sentences: [], chapters: [] }
}

async function list(
  script: EpisodeScript,
  file: string,
  how: Pick<MediaEntry, 'bundled' | 'voice' | 'label' | 'reader' | 'source_sha256'>,
): Promise<string> {
  const { seconds, integrated } = await measure(file)
  const bytes = readFileSync(file)
  const index = readIndex(paths.index)
  index.set(script.id, {
    id: script.id,
    file: `${script.id}.${script.kind === 'video' ? 'mp4' : 'm4a'}`,
    bytes: bytes.length,
    seconds: Math.round(seconds * 1000) / 1000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...how,
    script_sha256: scriptHash(script),
  })
  writeIndex(paths.index, index)
  return `${script.id} ${script.title} ${seconds.toFixed(1)} s, ${bytes.length} bytes, ${integrated} LUFS`
}

/** One line for each sentence, so that a change of one sentence is a small diff. */
function transcriptJson(transcript: Transcript): string {
  const lines = transcript.sentences.map(s => `    ${JSON.stringify(s)}`).join(',\n')
  const cue = transcript.cue ? `  "cue": ${JSON.stringify(transcript.cue)},\n` : ''
  return `{\n  "id": ${JSON.stringify(transcript.id)},\n${cue}  "sentences": [\n${lines}\n  ],\n  "chapters": ${JSON.stringify(transcript.chapters)}\n}\n`
}
