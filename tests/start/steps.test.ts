import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runStep, StepFailed } from '../../scripts/build/child'
import { alive } from '../../server/postgres/process-mark'

let folder: string
const write = (name: string, content: string) => fs.writeFileSync(path.join(folder, name), content)
const run = (file: string, stop?: AbortSignal) => runStep([file], { cwd: folder, stop, failed: 'it failed' })

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steps-'))
  // As a bundler does: starts a helper, writes down who they are, and works on.
  write(
    'busy.js',
    `const { fork } = require('node:child_process')
     const fs = require('node:fs')
     const helper = fork('helper.js')
     helper.once('message', () => {
       fs.writeFileSync('pids.new', JSON.stringify([process.pid, helper.pid]))
       fs.renameSync('pids.new', 'pids')
     })
     setInterval(() => {}, 1000)`,
  )
  write('helper.js', `process.on('message', () => {}); process.send('up')`)
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

async function pids(): Promise<number[]> {
  const file = path.join(folder, 'pids')
  while (!fs.existsSync(file)) await sleep(50)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as number[]
}
async function gone(them: number[]): Promise<void> {
  while (them.some(alive)) await sleep(50)
}

it('gives back what the step said, and is not kept up by the channel to it', async () => {
  write('well.js', 'console.log("one"); console.error("two")')
  assert.deepEqual((await run('well.js')).trim().split('\n').sort(), ['one', 'two'])
})

it('a step that fails fails with all it said', async () => {
  write('ill.js', 'console.log("bad line 7"); process.exitCode = 3')
  const error = await run('ill.js').catch((it: unknown) => it)
  assert.ok(error instanceof StepFailed)
  assert.equal(error.message, 'it failed')
  assert.equal(error.output, 'bad line 7\n')
})

it('stopping ends the step with the helpers that it started', async () => {
  const controller = new AbortController()
  const work = run('busy.js', controller.signal)
  const them = await pids()
  controller.abort(new Error('stopped'))
  await assert.rejects(work, /stopped/)
  await gone(them)
})

it('a stop that came before starts nothing', async () => {
  await assert.rejects(run('busy.js', AbortSignal.abort(new Error('stopped'))), /stopped/)
  assert.equal(fs.existsSync(path.join(folder, 'pids')), false)
})

it('the step and its helpers end with us even when we are killed', async () => {
  const us = path.resolve('scripts/build/child.ts')
  write('us.ts', `import { runStep } from ${JSON.stringify(us)}\nvoid runStep(['busy.js'], { cwd: '.', failed: '' })`)
  const parent = spawn(process.execPath, ['--import', require.resolve('tsx'), 'us.ts'], {
    cwd: folder,
    stdio: 'ignore',
  })
  const them = await pids()
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await gone(them)
})
