import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { leaveLease, takeLease } from '../../server/postgres/lease'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-lease-'))
let home: string
beforeEach(() => (home = fs.mkdtempSync(path.join(dir, 'home-'))))
after(() => fs.rmSync(dir, { recursive: true, force: true }))

/** Another process that says it uses the cluster, or is stopping it. */
function other(kind: 'users' | 'leaving') {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const note = path.join(home, kind, String(child.pid))
  fs.mkdirSync(path.dirname(note), { recursive: true })
  fs.writeFileSync(note, '')
  const kill = async () => {
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  return { note, kill }
}

test('the last user of a cluster stops it; one that was killed does not count, one that lives does', async () => {
  let stops = 0
  const stop = async () => void (stops += 1)
  const living = other('users')
  await takeLease(home)
  await leaveLease(home, stop)
  assert.equal(stops, 0)
  await living.kill()
  await takeLease(home)
  await leaveLease(home, stop)
  assert.equal(stops, 1)
})

test('who comes while the last user is stopping the cluster waits until it is stopped', async () => {
  await takeLease(home)
  let stopped = false
  const leaving = leaveLease(home, async () => {
    await sleep(200)
    stopped = true
  })
  await takeLease(home)
  assert.ok(stopped)
  await leaving
})

test('… also for another process, but not for one that was killed in the middle of it', async () => {
  const busy = other('leaving')
  let taken = false
  const taking = takeLease(home).then(() => (taken = true))
  await sleep(150)
  assert.ok(!taken)
  await busy.kill()
  await taking
  assert.ok(!fs.existsSync(busy.note))
})
