import fs from 'node:fs'
import { stopAsked } from '../start/stop'
import { settled, worthAgain } from './again'
import { Refusal } from './refusal'
import { endSteps, runStep, type Ended, type Outcome } from './run-step'
import { schedule } from './schedule'
import { ROOM, type Step } from './steps'
import type { Tally } from './tally'
import { wantedSteps } from './wanted'

// `npm test`: steps run side by side, all of them even after a failure; the last line sums what the runners reported.
// `npm test -- unit lint`: only these. `npm test -- --changed`: what the changes since main can touch. `--once`: what failed
// beside other steps is not run again.

function print({ outcome, output }: Ended): void {
  console.log(`\n── ${outcome.name} ──`)
  process.stdout.write(output.endsWith('\n') || output === '' ? output : `${output}\n`)
}

function row(it: Outcome): string {
  const counts = `${it.passed} passed, ${it.failed} failed${it.skipped ? `, ${it.skipped} skipped` : ''}`
  const time = `${it.seconds.toFixed(1).padStart(6)} s`
  const remarks = `${it.crashed ? ' (crashed)' : ''}${it.again ? `，头一次没过、单独再跑过了：${it.again.join('、')}` : ''}`
  return `${it.failed ? '✕' : '✓'} ${it.name.padEnd(12)} ${time}  ${counts}${remarks}`
}

/**
 * What failed beside other steps is run once more, alone: on a busy machine a browser or a database may be later than a test
 * waits. That it failed at first stays in sight, in what was printed and in the table.
 */
async function secondRun(steps: readonly Step[], ended: Map<string, Ended>): Promise<void> {
  for (const step of steps) {
    if (stop.aborted) return never
    const first = ended.get(step.name)!
    if (!step.again || first.outcome.failed === 0 || first.outcome.crashed) continue
    const files = worthAgain(first.output, step.files, step.again)
    if (files.length === 0) continue
    console.log(`▸ ${step.name}，单独再跑：${files.join('、')}`)
    const second = await runStep({ ...step, files, claims: undefined })
    if (stop.aborted) return never
    print(second)
    ended.set(step.name, { ...first, outcome: settled(first.outcome, second.outcome, files) })
  }
}

function stepsOrRefusal(words: string[]): Step[] {
  try {
    return wantedSteps(words, console.log)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exit(2)
  }
}

async function main(): Promise<void> {
  const began = Date.now()
  const words = process.argv.slice(2)
  const once = words.includes('--once')
  const steps = stepsOrRefusal(words.filter(word => word !== '--once'))
  const ended = new Map<string, Ended>()
  const run = async (step: Step) => {
    if (stop.aborted) return never
    console.log(`▸ ${step.name}`)
    const first = await runStep(step)
    if (stop.aborted) return never
    ended.set(step.name, first)
    print(first)
    return first.outcome.failed === 0
  }
  const skip = (step: Step, because: string) => {
    const outcome = notRun(step)
    ended.set(step.name, { outcome, output: '' })
    print({ outcome, output: `没有运行：${because} 没有通过` })
  }
  stop.addEventListener('abort', () => {
    console.log('\n正在停止')
    void endSteps().then(() => {
      report(steps, ended, began)
      process.exit(interrupted ? 130 : 143)
    })
  })
  const forget = () => {
    for (const { claims } of steps) if (claims) fs.rmSync(claims, { recursive: true, force: true })
  }
  // Another run may have had this number before and been killed.
  forget()
  process.once('exit', forget)
  await schedule(steps, ROOM, run, skip)
  if (!once) await secondRun(steps, ended)
  process.exit(report(steps, ended, began) > 0 ? 1 : 0)
}

/** The table and the last line; a step that has not ended counts as one failure. @returns how many failed */
function report(steps: readonly Step[], ended: ReadonlyMap<string, Ended>, began: number): number {
  const outcomes = steps.map(step => ended.get(step.name)?.outcome ?? notRun(step))
  console.log(`\n用时 ${((Date.now() - began) / 1000).toFixed(1)} s，同时 ${ROOM} 步`)
  for (const outcome of outcomes) console.log(row(outcome) + (ended.has(outcome.name) ? '' : '，没有跑完'))
  const sum = (key: keyof Tally) => outcomes.reduce((total, it) => total + it[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return sum('failed')
}

const notRun = ({ name }: Step): Outcome => ({ name, seconds: 0, passed: 0, failed: 1, skipped: 0, crashed: false })

// Of a run that is stopped no step begins and none is told any more.
const never = new Promise<never>(() => undefined)
let interrupted = false
process.once('SIGINT', () => (interrupted = true))
const stop = stopAsked()
void main()
