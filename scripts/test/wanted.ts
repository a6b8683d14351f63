import { changedSteps } from './changed'
import { Refusal } from './refusal'
import { isMeant, STEPS, type Step } from './steps'

/**
 * The steps that the words after `npm test --` ask for.
 * @throws Refusal for a word that is no step, and for one beside `--changed`, which chooses by itself
 */
export function wantedSteps(args: string[], say: (line: string) => void): Step[] {
  const words = args.filter(word => word !== '--changed')
  const unknown = words.find(word => !STEPS.some(step => isMeant(step, word)))
  if (unknown !== undefined)
    throw new Refusal(`没有这一步：${unknown}。有：${STEPS.map(step => step.name).join('、')}，或 --changed`)
  if (words.length < args.length) {
    if (words.length > 0) throw new Refusal(`--changed 自己选步骤，不能同时指定：${words.join('、')}`)
    return changedSteps(say)
  }
  return words.length === 0 ? STEPS : STEPS.filter(step => words.some(word => isMeant(step, word)))
}
