import type { Transcript } from '../assemble.ts'
import type { EpisodeScript } from '../script.ts'
import { NOTICE } from '../synthetic-label.ts'
import type { Drawings } from './drawing.ts'
import type { Film } from './film.ts'
import { factProblems, pictureProblems } from './film-problems.ts'
import { groundOf, restsOn, type Library } from './ground.ts'
import { schedule } from './schedule.ts'
import { readStoryboard } from './storyboard.ts'

/** A script of `content/episodes` with the text of its files. */
export interface FilmSource {
  script: EpisodeScript
  /** The script's file. */
  source: string
  /** Its storyboard's file. */
  storyboard: string
}

/**
 * A film of a script and its recording: the storyboard read, timed by the recording and drawn once through on paper.
 * @param seconds how long the recording is
 * @param still seconds for which a picture may stand
 * @param synthetic whether the film begins with the machine's label
 * @returns what is wrong with it, in the editor's words; a film only when nothing is
 */
export function openFilm(
  { script, source, storyboard }: FilmSource,
  transcript: Transcript,
  seconds: number,
  synthetic: boolean,
  still: number,
  library: Library,
  drawings: Drawings,
): { film?: Film; problems: string[] } {
  const { board, problems } = readStoryboard(storyboard, script, restsOn(source, library), drawings)
  if (!board) return { problems }
  const timed = schedule(board, transcript.sentences, seconds)
  if (timed.problems.length > 0) return { problems: timed.problems }
  const until = Math.max(NOTICE.seconds, transcript.cue?.end ?? 0)
  const film: Film = {
    scenes: timed.scenes,
    seconds,
    drawings,
    ...(synthetic ? { notice: { text: NOTICE.text, until } } : {}),
  }
  const found = [...factProblems(film, groundOf(source, library)), ...pictureProblems(film, still)]
  return found.length > 0 ? { film, problems: found } : { film, problems: [] }
}
