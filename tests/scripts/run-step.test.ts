import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { endSteps, runStep } from '../../scripts/test/run-step'
import type { Step } from '../../scripts/test/steps'
import { alive } from '../../server/postgres/process-mark'

// Who has started whom is read in /proc.
const inProc = process.platform === 'linux' ? test : test.skip

let dir: string
beforeAll(() => (dir = fs.mkdtempSync(path.join(os.tmpdir(), 'step-'))))
afterAll(() => fs.rmSync(dir, { recursive: true }))

/** A runner that names the worker it has started, both deaf to what they are asked: the worker turns in a circle. */
const busy = (): Step => ({
  name: 'busy',
  command: process.execPath,
  args: [
    '-e',
    `const worker = require('node:child_process').spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
     require('node:fs').writeFileSync(${JSON.stringify(path.join(dir, 'worker'))}, String(worker.pid))
     setInterval(() => undefined, 1000)`,
  ],
})

async function workerOf(): Promise<number> {
  const file = path.join(dir, 'worker')
  while (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') === '') await new Promise(next => setTimeout(next, 20))
  const pid = Number(fs.readFileSync(file, 'utf8'))
  fs.rmSync(file)
  return pid
}

inProc('a step that is ended takes with it what it has started, also a worker that turns in a circle', async () => {
  const step = runStep(busy())
  const worker = await workerOf()
  expect(alive(worker)).toBe(true)
  await endSteps()
  expect(alive(worker)).toBe(false)
  expect((await step).outcome).toMatchObject({ failed: 1, crashed: true })
})

test('a step that does not come to an end is ended, has failed, and says so', async () => {
  const waits: Step = { name: 'waits', command: process.execPath, args: ['-e', 'setInterval(() => undefined, 1000)'] }
  const { outcome, output } = await runStep(waits, 500)
  expect(outcome).toMatchObject({ passed: 0, failed: 1, crashed: true })
  expect(output).toMatch(/waits: 过了 \d+ 分钟还没有跑完，停了它/)
})

test('a step whose command is not there has failed, in its own words', async () => {
  const { outcome, output } = await runStep({ name: 'none', command: 'node_modules/.bin/nowhere', args: [] })
  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
  expect(output).toMatch(/ENOENT/)
})
