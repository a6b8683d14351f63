import { inWords, systemErrorIn } from '../../domain/text/failure'
import { StepFailed } from './child'

/**
 * What whoever asked for a build is told when it fails: what its tool said, or, where the machine lacks something (room,
 * leave, files that may be open), that alone in words with the place instead of the tool's stack.
 */
export function failureWords(error: Error, root: string): string {
  if (!(error instanceof StepFailed)) return inWords(error, root)
  const lacking = systemErrorIn(error.output)
  return `${lacking ? inWords(lacking, root) : error.output.trimEnd()}\n${error.message}`
}
