import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from '../../../scripts/build/lock'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
const children: ChildProcess[] = []
beforeEach(() => (at = temporaryRoot()))
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  fs.rmSync(at.root, { recursive: true })
})

const LOCK = '.cache/build/h5.lock'
const lockFile = () => path.join(at.root, LOCK)
const locked = () => fs.existsSync(lockFile())
const nobody = () => expect('nobody').toBe('waited for')

/** Another process, which goes on until it is killed. */
async function other(): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'])
  children.push(child)
  await once(child.stdout, 'data')
  return child as ChildProcess & { pid: number }
}

it('is held while the work is done, and given back also when it fails', async () => {
  expect(await withLock(at.root, 'h5', nobody, async () => locked())).toBe(true)
  expect(locked()).toBe(false)
  await expect(withLock(at.root, 'h5', nobody, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(locked()).toBe(false)
  expect(fs.readdirSync(path.join(at.root, '.cache/build'))).toEqual([])
})

it('who comes second is told once for whom it waits, and works when the first has done', async () => {
  const done: string[] = []
  let told: number[] = []
  let first: Promise<void> = Promise.resolve()
  await new Promise<void>(started => {
    first = withLock(at.root, 'h5', nobody, async () => {
      started()
      await new Promise(resolve => setTimeout(resolve, 500))
      done.push('first')
    })
  })
  await withLock(
    at.root,
    'h5',
    pid => void (told = [...told, pid]),
    async () => void done.push('second'),
  )
  await first
  expect(done).toEqual(['first', 'second'])
  expect(told).toEqual([process.pid])
})

it('another name is another lock', async () => {
  await withLock(at.root, 'h5', nobody, () => withLock(at.root, 'weapp', nobody, async () => undefined))
})

it('a process that was killed holds nothing any more', async () => {
  const holder = await other()
  at.write(LOCK, String(holder.pid))
  const waited: number[] = []
  const work = withLock(
    at.root,
    'h5',
    pid => {
      waited.push(pid)
      holder.kill('SIGKILL')
    },
    async () => 'done',
  )
  expect(await work).toBe('done')
  expect(waited).toEqual([holder.pid])
})

it('what was left by a process before the machine was started anew holds nothing', async () => {
  at.write(LOCK, String((await other()).pid))
  fs.utimesSync(lockFile(), 1, 1)
  expect(await withLock(at.root, 'h5', nobody, async () => 'done')).toBe('done')
})

it('a lock with our own process id that we did not take is of a process before us', async () => {
  for (const mark of [String(process.pid), `${process.pid} 1`]) {
    at.write(LOCK, mark)
    expect(await withLock(at.root, 'h5', nobody, async () => 'done', AbortSignal.timeout(2000))).toBe('done')
  }
})

// Without /proc nothing says when a process began.
const onLinux = fs.existsSync('/proc/self/stat') ? it : it.skip
onLinux('a process that was given the id of the holder holds nothing', async () => {
  at.write(LOCK, `${(await other()).pid} 1`)
  expect(await withLock(at.root, 'h5', nobody, async () => 'done', AbortSignal.timeout(2000))).toBe('done')
})

it.each([-10, 3600])('a damaged lock holds nothing (dated %d s from now)', async seconds => {
  at.write(LOCK, '')
  const before = Date.now() / 1000 + seconds
  fs.utimesSync(lockFile(), before, before)
  expect(await withLock(at.root, 'h5', nobody, async () => 'done', AbortSignal.timeout(2000))).toBe('done')
})

it('a lock that does not say yet whose it is is held', async () => {
  at.write(LOCK, '')
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 500)
  const work = withLock(at.root, 'h5', nobody, async () => 'done', controller.signal)
  await expect(work).rejects.toMatchObject({ name: 'AbortError' })
})

it('waiting can be given up', async () => {
  at.write(LOCK, String((await other()).pid))
  const controller = new AbortController()
  const work = withLock(
    at.root,
    'h5',
    () => controller.abort(new Error('stopped')),
    async () => undefined,
    controller.signal,
  )
  await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  expect(locked()).toBe(true)
})
