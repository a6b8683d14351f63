import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { holdsLease, leaveLease, takeLease } from '../../server/postgres/lease'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-lease-'))
let home: string
beforeEach(() => (home = fs.mkdtempSync(path.join(dir, 'home-'))))
after(() => fs.rmSync(dir, { recursive: true, force: true }))

function write(kind: 'users' | 'leaving', pid: number, mark: string): string {
  const note = path.join(home, kind, String(pid))
  fs.mkdirSync(path.dirname(note), { recursive: true })
  fs.writeFileSync(note, mark)
  return note
}

/** Another process that says it uses the cluster, or is stopping it; `began` after its id names one that had the id before. */
function other(kind: 'users' | 'leaving', began = '') {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const note = write(kind, child.pid!, `${child.pid}${began}`)
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

// Without /proc nothing says when a process began.
const skip = fs.existsSync('/proc/self/stat') ? false : 'reads /proc'

test('a process that was given the id of one that was stopping the cluster is not waited for', { skip }, async () => {
  const stranger = other('leaving', ' 1')
  await takeLease(home, AbortSignal.timeout(5000), Infinity)
  assert.ok(!fs.existsSync(stranger.note))
  await stranger.kill()
})

test('… nor are we ourselves, with the id that it had', async () => {
  for (const mark of ['', String(process.pid), `${process.pid} 1`]) {
    write('leaving', process.pid, mark)
    await takeLease(home, AbortSignal.timeout(5000), Infinity)
  }
})

test('a process that was given the id of a killed user does not keep the cluster up', { skip }, async () => {
  const stranger = other('users', ' 1')
  let stops = 0
  await takeLease(home)
  await leaveLease(home, async () => void (stops += 1))
  assert.equal(stops, 1)
  await stranger.kill()
})

test('one that never comes to an end with stopping is waited for only so long', async () => {
  const hanging = other('leaving')
  await takeLease(home, undefined, 100)
  assert.ok(holdsLease(home))
  await hanging.kill()
})

test('waiting ends with the signal to stop, and the lease with it', async () => {
  const busy = other('leaving')
  const stop = new AbortController()
  const taking = takeLease(home, stop.signal, Infinity)
  stop.abort(new Error('stopped'))
  await assert.rejects(taking, /stopped/)
  assert.ok(!holdsLease(home))
  assert.deepEqual(fs.readdirSync(path.join(home, 'users')), [])
  await busy.kill()
})
