import { spawn } from 'node:child_process'
import { STEPS, type Step, type Tally } from './steps'

// `npm test`: every step runs even after a failure; the last line sums what the runners reported.
interface Outcome extends Tally {
  step: Step
  seconds: number
  crashed: boolean
}

function run(step: Step): Promise<Outcome> {
  const began = Date.now()
  console.log(`\n── ${step.name} ──`)
  return new Promise(resolve => {
    const child = spawn(step.command, step.args, {
      env: { ...process.env, ...step.env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        target.write(chunk)
      })
    }
    child.once('close', status => resolve(outcomeOf(step, status, output, (Date.now() - began) / 1000)))
    child.once('error', error => resolve(outcomeOf(step, 1, String(error), (Date.now() - began) / 1000)))
  })
}

/** A step that crashed counts as one failure more than its runner reported, unless the runner reported the failure itself. */
function outcomeOf(step: Step, status: number | null, output: string, seconds: number): Outcome {
  const tally = step.count?.(output)
  if (!tally) {
    const failed = status === 0 && !step.count ? 0 : 1
    return { step, seconds, passed: 1 - failed, failed, skipped: 0, crashed: failed > 0 }
  }
  const crashed = status !== 0 && tally.failed === 0
  return { step, seconds, ...tally, failed: tally.failed + (crashed ? 1 : 0), crashed }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const outcomes: Outcome[] = []
  for (const step of STEPS.filter(it => wanted.length === 0 || wanted.includes(it.name))) outcomes.push(await run(step))
  console.log('\n用时')
  for (const it of outcomes) {
    const verdict = it.failed ? '✕' : '✓'
    const counts = `${it.passed} passed, ${it.failed} failed${it.skipped ? `, ${it.skipped} skipped` : ''}`
    console.log(
      `${verdict} ${it.step.name.padEnd(12)} ${it.seconds.toFixed(1).padStart(6)} s  ${counts}${it.crashed ? ' (crashed)' : ''}`,
    )
  }
  const sum = (key: keyof Tally) => outcomes.reduce((total, it) => total + it[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exit(sum('failed') > 0 ? 1 : 0)
}

void main()
