import type { Transcript } from './assemble.ts'

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
