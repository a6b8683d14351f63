import { Refusal } from './refusal'
import { endSteps, runStep, type Outcome } from './run-step'
import { schedule } from './schedule'
import { ROOM, type Step } from './steps'
import type { Tally } from './tally'
import { wantedSteps } from './wanted'

// `npm test`: steps run side by side, all of them even after a failure; the last line sums what the runners reported.
// `npm test -- unit lint`: only these. `npm test -- --changed`: what the changes since main can touch.

function print({ outcome, output }: { outcome: Outcome; output: string }): void {
  console.log(`\n── ${outcome.name} ──`)
  process.stdout.write(output.endsWith('\n') || output === '' ? output : `${output}\n`)
}

function row(it: Outcome): string {
  const counts = `${it.passed} passed, ${it.failed} failed${it.skipped ? `, ${it.skipped} skipped` : ''}`
  const time = `${it.seconds.toFixed(1).padStart(6)} s`
  return `${it.failed ? '✕' : '✓'} ${it.name.padEnd(12)} ${time}  ${counts}${it.crashed ? ' (crashed)' : ''}`
}

function stepsOrRefusal(): Step[] {
  try {
    return wantedSteps(process.argv.slice(2), console.log)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exit(2)
  }
}

async function main(): Promise<void> {
  const began = Date.now()
  const steps = stepsOrRefusal()
  const outcomes: Outcome[] = []
  const run = async (step: Step) => {
    console.log(`▸ ${step.name}`)
    const ended = await runStep(step)
    outcomes.push(ended.outcome)
    print(ended)
    return ended.outcome.failed === 0
  }
  const skip = (step: Step, because: string) => {
    const outcome = { name: step.name, seconds: 0, passed: 0, failed: 1, skipped: 0, crashed: false }
    outcomes.push(outcome)
    print({ outcome, output: `没有运行：${because} 没有通过` })
  }
  await schedule(steps, ROOM, run, skip)

  console.log(`\n用时 ${((Date.now() - began) / 1000).toFixed(1)} s，同时 ${ROOM} 步`)
  for (const { name } of steps) console.log(row(outcomes.find(it => it.name === name)!))
  const sum = (key: keyof Tally) => outcomes.reduce((total, it) => total + it[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exit(sum('failed') > 0 ? 1 : 0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endSteps()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  })
}
void main()
