import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { captionsOf } from '../../../domain/catalog/captions.ts'
import type { Transcript } from './assemble.ts'
import { readEpisodes } from './episodes.ts'
import { ffmpeg } from './ffmpeg.ts'
import { paths } from './paths.ts'
import { saysScript } from './plan.ts'
import { readDrawings } from './scenes/drawing.ts'
import { estimatedTranscript } from './scenes/estimate.ts'
import { frameOf, framesOf, type Film } from './scenes/film.ts'
import { STILL } from './scenes/film-problems.ts'
import { readLibrary } from './scenes/ground.ts'
import { openFilm } from './scenes/open-film.ts'
import { painting } from './scenes/paint.ts'
import { broken, FRAME, RATE, text } from './scenes/stage.ts'
import type { EpisodeScript } from './script.ts'

/** What all films are held against and drawn with, read once. */
export function filmShelf() {
  const library = readLibrary(join(paths.root, 'content'))
  const drawings = readDrawings(readFileSync(join(paths.root, 'content/objects.yml'), 'utf8'))
  return (script: EpisodeScript, transcript: Transcript, seconds: number, synthetic: boolean, still = STILL) => {
    if (!script.file || script.storyboard === undefined)
      return { problems: ['没有分镜；应当在文稿旁边写一个同名的 .scenes.yml'] }
    const source = readFileSync(script.file, 'utf8')
    return openFilm(
      { script, source, storyboard: script.storyboard },
      transcript,
      seconds,
      synthetic,
      still,
      library,
      drawings,
    )
  }
}

/** The recording's times where it is listed and says the script, otherwise about what they will be. */
function timesOf(script: EpisodeScript): { transcript: Transcript; seconds: number; heard: boolean } {
  const file = join(paths.bundled, `${script.id}.json`)
  if (existsSync(file)) {
    const transcript = JSON.parse(readFileSync(file, 'utf8')) as Transcript
    const last = transcript.sentences.at(-1)
    if (last && saysScript(script, transcript)) return { transcript, seconds: last.end + 0.6, heard: true }
  }
  return { ...estimatedTranscript(script), heard: false }
}

/** A voice may be slower than the estimate: until it is heard, pictures change this many seconds sooner. */
const SLACK = 0.6

/** Frames of a contact sheet, four in a row. */
const SHEET = { frames: 8, across: 4, width: 480 }

/**
 * Checks the storyboards of all films (or of those named), by the recording's times or by estimated ones.
 * @param sheets a folder for contact sheets, eight frames a film; none are made without it
 * @returns how many films have problems
 */
export async function checkFilms(
  only: readonly string[],
  sheets: string | undefined,
  report: (line: string) => void,
): Promise<number> {
  const open = filmShelf()
  const films = readEpisodes(paths.episodes, report).filter(
    it => it.kind === 'video' && (only.length === 0 || only.includes(it.id)),
  )
  let wrong = 0
  const good: Sheet[] = []
  for (const script of films) {
    const { transcript, seconds, heard } = timesOf(script)
    const { film, problems } = open(script, transcript, seconds, true, heard ? STILL : STILL - SLACK) as ReturnType<
      typeof openFilm
    >
    report(
      `${script.id} ${script.title}：${seconds.toFixed(0)} 秒${heard ? '' : '（估计）'}，${film?.scenes.length ?? 0} 幕，${problems.length} 个问题`,
    )
    problems.forEach(it => report(`  ${it}`))
    if (problems.length > 0) wrong += 1
    if (film) good.push({ id: script.id, film, transcript })
  }
  if (sheets !== undefined) await contactSheets(good, sheets)
  return wrong
}

/** The poster, and the last moment of scenes spread over the film: when all has come. */
function momentsOf(film: Film): number[] {
  const last = framesOf(film) - 1
  const ends = film.scenes.slice(1).map(({ end }) => Math.min(last, Math.floor((end - 0.15) * RATE)))
  const picked = Array.from(
    { length: SHEET.frames - 1 },
    (_, i) => ends[Math.round((i * (ends.length - 1)) / (SHEET.frames - 2))]!,
  )
  return [0, ...picked]
}

interface Sheet {
  id: string
  film: Film
  transcript: Transcript
}

/** A frame with the caption in its band, about as a player draws it. */
function captioned(film: Film, frame: number, { cue, sentences }: Transcript): string {
  const now = frame / RATE
  const said = [...(cue ? [cue] : []), ...sentences].find(({ start, end }) => now >= start - 0.3 && now < end + 0.6)
  const at = said ? captionsOf([{ text: said.t, paragraph: 0, start: said.start, end: said.end }]) : []
  const caption = at.find(it => now < it.end) ?? at.at(-1)
  const lines = broken(caption?.text ?? '', 44, FRAME.width - 2 * FRAME.margin)
  const words = lines.map((it, i) =>
    text(it, { x: FRAME.width / 2, y: 664 + (i - (lines.length - 1) / 2) * 60, anchor: 'middle' }),
  )
  return frameOf(film, frame).replace('</svg>', `${words.join('')}</svg>`)
}

async function contactSheets(films: readonly Sheet[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await painting(async paint => {
    for (const { id, film, transcript } of films) {
      const pictures: Buffer[] = []
      for (const frame of momentsOf(film)) pictures.push(await paint(captioned(film, frame, transcript)))
      const { width, across, frames } = SHEET
      const filter = `scale=${width}:-1:flags=lanczos,tile=${across}x${frames / across}:padding=8:margin=8:color=white,split[a][b];[a]palettegen=max_colors=48[p];[b][p]paletteuse=dither=none`
      await ffmpeg(
        ['-f', 'image2pipe', '-c:v', 'png', '-i', '-', '-vf', filter, '-frames:v', '1', join(folder, `${id}.png`)],
        Buffer.concat(pictures),
      )
    }
  })
}
