import { spawn, type ChildProcess } from 'node:child_process'
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

/** Runs a step and keeps what it says: lines of steps that run side by side must not mix. */
export function runStep(step: Step): Promise<Ended> {
  const began = Date.now()
  return new Promise(resolve => {
    const child = spawn(step.command, [...step.args, ...(step.files ?? [])], {
      env: { ...process.env, ...step.env, ...(step.claims && { [CLAIMS]: step.claims }) },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (status: number | null, more = '') => {
      running.delete(child)
      const output = Buffer.concat(chunks).toString() + more
      const seconds = (Date.now() - began) / 1000
      resolve({ outcome: { name: step.name, seconds, ...tallyOf(status, output, step.count) }, output })
    }
    child.once('close', (status, signal) => end(status, signal ? `\n${step.name}: ${signal}\n` : ''))
    child.once('error', error => end(1, `\n${error.message}\n`))
  })
}

/** Ends what still runs. */
export function endSteps(): void {
  for (const child of running) child.kill('SIGTERM')
}
