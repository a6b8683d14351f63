import type { Transcript } from './assemble.ts'
import type { MediaEntry } from './media-index.ts'
import { CUE, isSynthetic } from './synthetic-label.ts'

/** Seconds within which a synthetic recording has begun to say that it is one. */
const CUE_BEGINS = 1

/**
 * What is wrong with the label of a file (GB 45438-2025, as reported): a machine's voice says so at its start and in the file's
 * `AIGC` metadata, a person's recording does neither.
 * @param aigc what the tag says; undefined without one
 */
export function labelProblems(
  label: MediaEntry['label'],
  aigc: string | undefined,
  transcript: Pick<Transcript, 'cue'> | undefined,
): string[] {
  const cue = transcript?.cue
  if (!isSynthetic(label)) {
    return [
      ...(aigc === undefined ? [] : ['a person’s recording, and its metadata says AIGC']),
      ...(cue === undefined ? [] : ['a person’s recording, and its transcript begins with the cue of a machine’s']),
    ]
  }
  const problems: string[] = []
  if (!saysSynthetic(aigc)) problems.push(`its AIGC metadata says ${aigc ?? 'nothing'}`)
  if (cue?.t !== CUE || cue.start > CUE_BEGINS || cue.end <= cue.start)
    problems.push('it does not begin by saying that its voice is synthetic')
  return problems
}

/** The label names the file synthetic, by whom and under which number; the other fields are there for who passes it on. */
function saysSynthetic(aigc: string | undefined): boolean {
  try {
    const label = JSON.parse(aigc ?? '{}') as Record<string, unknown>
    const fields = ['ReservedCode1', 'ContentPropagator', 'PropagateID', 'ReservedCode2']
    return (
      label.Label === '1' &&
      Boolean(label.ContentProducer) &&
      Boolean(label.ProduceID) &&
      fields.every(field => typeof label[field] === 'string')
    )
  } catch {
    return false
  }
}
