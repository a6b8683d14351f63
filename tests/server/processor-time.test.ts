import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { familyMs } from '../../server/bench/turns'

/** Uses the processor for so long, says so, and ends when it is told to. */
const work = (ms: number) =>
  `const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
   while (used() < ${ms}); process.stdout.write('done'); process.stdin.once('data', () => process.exit())`

/** Begins one that works, passes its words on both ways, and says when it has ended. */
const parent = `const it = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(work(300))}])
  it.stdout.on('data', data => process.stdout.write(data)); process.stdin.on('data', data => it.stdin.write(data))
  it.once('exit', () => process.stdout.write('ended'))`

test('what a process has used is not missing from its parent’s when it has ended', async () => {
  const it = spawn(process.execPath, ['-e', parent])
  try {
    assert.equal(String((await once(it.stdout, 'data'))[0]), 'done')
    const before = familyMs(it.pid!)
    assert.ok(before >= 300, `${before} ms`)
    it.stdin.write('end')
    assert.equal(String((await once(it.stdout, 'data'))[0]), 'ended')
    // Of one that has ended, ticks of ten milliseconds are told, of user and of system.
    assert.ok(familyMs(it.pid!) >= before - 20, `${familyMs(it.pid!)} ms after ${before} ms`)
  } finally {
    it.kill()
  }
})
