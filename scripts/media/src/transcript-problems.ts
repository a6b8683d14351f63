import type { Transcript } from './assemble.ts'
import { FASTEST, SLOWEST, spokenCharacters } from './pace.ts'

/** What is wrong with a transcript's times: they must grow, lie inside the file of `seconds`, and leave no sentence without length. */
export function transcriptProblems(transcript: Transcript, seconds: number): string[] {
  const problems: string[] = []
  let last = 0
  transcript.sentences.forEach((sentence, i) => {
    if (!(sentence.start >= last)) problems.push(`sentence ${i + 1} starts at ${sentence.start}, before ${last}`)
    if (!(sentence.end > sentence.start))
      problems.push(`sentence ${i + 1} ends at ${sentence.end}, not after its start`)
    last = sentence.end
  })
  if (last > seconds + 0.05) problems.push(`the last sentence ends at ${last}, after the file's ${seconds} s`)
  let chapter = -1
  for (const { title, start } of transcript.chapters) {
    if (!(start > chapter) || start > seconds) problems.push(`chapter "${title}" starts at ${start}`)
    chapter = start
  }
  return problems
}

/** Whether a file of `seconds` speaks too slowly or too fast, counted in characters as they are said (1921年 is five). A transcript without sentences says nothing. */
export function paceProblems(transcript: Transcript, seconds: number): string[] {
  const said = [...(transcript.cue ? [transcript.cue] : []), ...transcript.sentences]
  const characters = said.reduce((sum, { t }) => sum + spokenCharacters(t), 0)
  const pace = characters / seconds
  if (characters === 0 || (pace >= SLOWEST && pace <= FASTEST)) return []
  return [`${pace.toFixed(2)} characters a second, not ${SLOWEST} to ${FASTEST}`]
}
