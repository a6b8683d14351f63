import { TYPE_STEPS } from './tokens'

export type TypeStep = 1 | 2 | 3 | 4

/** The step nearest to the phone's own text size, never smaller than it by more than half a step. */
export function stepFor(scale: number): TypeStep {
  let best: TypeStep = 1
  TYPE_STEPS.forEach((step, i) => {
    if (Math.abs(step - scale) < Math.abs(TYPE_STEPS[best - 1]! - scale)) best = (i + 1) as TypeStep
  })
  return best
}
