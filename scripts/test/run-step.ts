import { spawn, type ChildProcess } from 'node:child_process'
import { endAll } from '../build/end-all'
import { CLAIMS } from './claims'
import type { Step } from './steps'
import { tallyOf, type Tally } from './tally'

export interface Outcome extends Tally {
  name: string
  seconds: number
  crashed: boolean
  /** Test files that failed beside other steps and passed alone. */
  again?: string[]
}

/** A step that has ended, with what it said. */
export interface Ended {
  outcome: Outcome
  output: string
}

const running = new Set<ChildProcess>()

/** No step takes a third of it; a test that turns in a circle ends by no limit of its runner's. */
const LIMIT_MS = 30 * 60_000

/** So long whoever is asked to end may take to stop what it has started. */
const GRACE_MS = 5_000

/**
 * Runs a step and keeps what it says: lines of steps that run side by side must not mix.
 * @param limit milliseconds after which it is ended and has failed
 */
export function runStep(step: Step, limit = LIMIT_MS): Promise<Ended> {
  const began = Date.now()
  return new Promise(resolve => {
    const child = spawn(step.command, [...step.args, ...(step.files ?? [])], {
      env: { ...process.env, ...step.env, ...(step.claims && { [CLAIMS]: step.claims }) },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let late = ''
    const timer = setTimeout(() => {
      late = `\n${step.name}: 过了 ${Math.round(limit / 60_000)} 分钟还没有跑完，停了它\n`
      void endStep(child)
    }, limit)
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (status: number | null, more = '') => {
      running.delete(child)
      clearTimeout(timer)
      const output = Buffer.concat(chunks).toString() + late + more
      const seconds = (Date.now() - began) / 1000
      resolve({ outcome: { name: step.name, seconds, ...tallyOf(status, output, step.count) }, output })
    }
    child.once('close', (status, signal) => end(status, signal ? `\n${step.name}: ${signal}\n` : ''))
    child.once('error', error => end(1, `\n${error.message}\n`))
  })
}

/** Ends what still runs, with all that it has started. */
export const endSteps = (): Promise<unknown> => Promise.all([...running].map(endStep))

async function endStep({ pid }: ChildProcess): Promise<void> {
  if (pid !== undefined) await endAll(pid, GRACE_MS)
}
