import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './assemble.ts'
import { chapterMetadata, webVtt } from './captions.ts'
import { encodeSpeech, type Tags } from './encode.ts'
import type { Engine } from './engine.ts'
import { readEpisodes } from './episodes.ts'
import { ffmpeg } from './ffmpeg.ts'
import { measure } from './loudness.ts'
import { readIndex, writeIndex, type MediaEntry } from './media-index.ts'
import { paths } from './paths.ts'
import { isCurrent, scriptHash } from './plan.ts'
import { humanRecording } from './recording.ts'
import type { EpisodeScript } from './script.ts'
import { speakScript } from './speak.ts'

export interface BuildOptions {
  /** Only these episodes; empty for all. */
  only: string[]
  /** Put new files into content/media (git) instead of dist/media. */
  bundle: boolean
  /** Skip video: slides need a browser. */
  audioOnly: boolean
  report: (line: string) => void
}

const ALBUMS: Record<string, string> = { baitian: '百天讲党史', renwu: '人物', gushi: '党史故事' }

function tagsOf(script: EpisodeScript, voice: string, label: string): Tags {
  return { title: script.title, album: ALBUMS[script.series] ?? 'e起学党史', voice, label }
}

/** Speaks, encodes and lists every episode whose script is new or changed. Returns how many files were made. */
export async function buildMedia(openEngine: () => Promise<Engine>, options: BuildOptions): Promise<number> {
  for (const folder of [paths.bundled, paths.built, paths.work]) mkdirSync(folder, { recursive: true })
  const scripts = readEpisodes(paths.episodes, options.report)
    .filter(s => options.only.length === 0 || options.only.includes(s.id))
    .filter(s => !(options.audioOnly && s.kind === 'video'))
  let engine: Engine | undefined
  let made = 0
  for (const [n, script] of scripts.entries()) {
    const entry = readIndex(paths.index).get(script.id)
    const there = entry !== undefined && existsSync(join(entry.bundled ? paths.bundled : paths.built, entry.file))
    const recording = humanRecording(paths.bundled, script.id)
    engine ??= await openEngine()
    if (isCurrent(script, entry, there, recording ? '真人朗读' : engine.label)) continue
    try {
      await buildOne(script, engine, recording, options, `[${n + 1}/${scripts.length}]`)
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
  recording: string | null,
  options: BuildOptions,
  place: string,
): Promise<void> {
  const folder = options.bundle ? paths.bundled : paths.built
  const voice = recording ? 'human' : engine.voice
  const label = recording ? '真人朗读' : engine.label
  const tags = tagsOf(script, voice, label)
  const sound = join(script.kind === 'video' ? paths.work : folder, `${script.id}.m4a`)
  let transcript: Transcript = { id: script.id, sentences: [], chapters: [] }
  if (recording)
    await ffmpeg([
      '-i',
      recording,
      '-vn',
      '-af',
      'loudnorm=I=-16:TP=-1.5',
      '-ac',
      '1',
      '-ar',
      '24000',
      '-c:a',
      'aac',
      '-b:a',
      '24k',
      '-metadata',
      `title=${script.title}`,
      '-metadata',
      `artist=${label}`,
      '-movflags',
      '+faststart',
      sound,
    ])
  else {
    const spoken = await speakScript(script, engine, (done, all) =>
      process.stderr.write(`\r${place} ${script.id} ${script.title} ${done}/${all} `),
    )
    transcript = spoken.transcript
    await encodeSpeech(spoken.track, sound, tags)
  }
  let file = sound
  if (script.kind === 'video') {
    file = join(folder, `${script.id}.mp4`)
    const { makeVideo } = await import('./video.ts')
    const chapters = join(paths.work, `${script.id}.chapters.txt`)
    const seconds = (await measure(sound)).seconds
    writeFileSync(chapters, chapterMetadata(transcript, seconds))
    await makeVideo(script, transcript, sound, seconds, chapters, file, tags)
    writeFileSync(join(paths.bundled, `${script.id}.vtt`), webVtt(transcript))
  }
  writeFileSync(join(paths.bundled, `${script.id}.json`), transcriptJson(transcript))
  const { seconds, integrated } = await measure(file)
  const bytes = readFileSync(file)
  const entry: MediaEntry = {
    id: script.id,
    file: `${script.id}.${script.kind === 'video' ? 'mp4' : 'm4a'}`,
    bytes: bytes.length,
    seconds: Math.round(seconds * 1000) / 1000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bundled: options.bundle,
    voice,
    label,
    script_sha256: scriptHash(script),
  }
  const index = readIndex(paths.index)
  index.set(script.id, entry)
  writeIndex(paths.index, index)
  options.report(
    `${place} ${script.id} ${script.title} ${seconds.toFixed(1)} s, ${bytes.length} bytes, ${integrated} LUFS`,
  )
}

/** One line for each sentence, so that a change of one sentence is a small diff. */
function transcriptJson(transcript: Transcript): string {
  const lines = transcript.sentences.map(s => `    ${JSON.stringify(s)}`).join(',\n')
  return `{\n  "id": ${JSON.stringify(transcript.id)},\n  "sentences": [\n${lines}\n  ],\n  "chapters": ${JSON.stringify(transcript.chapters)}\n}\n`
}
