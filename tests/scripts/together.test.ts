import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { countNodeTest, tallyOf } from '../../scripts/test/tally'

// The real runner over small files of one's own, all of them in one process.
let place: string
beforeEach(() => (place = fs.mkdtempSync(path.join(os.tmpdir(), 'together-'))))
afterEach(() => fs.rmSync(place, { recursive: true }))

function runTogether(texts: Record<string, string>) {
  const files = Object.entries(texts).map(([name, text]) => {
    const file = path.join(place, name)
    fs.writeFileSync(file, `const { after, describe, test } = require('node:test')\n${text}\n`)
    return file
  })
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', ['tests/run-together.ts', 'start', ...files], {
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  })
  const output = stdout + stderr
  return { output, ...tallyOf(status, output, countNodeTest) }
}

const RED = `test('red', () => { throw new Error('red') })`

test('files that share a process are all counted', () => {
  const green = `describe('group', () => { after(() => {}); test('a', () => {}); test.skip('b', () => {}) })`
  const ran = runTogether({ 'a.test.cjs': green, 'b.test.cjs': '', 'c.test.cjs': green })
  expect(ran).toMatchObject({ failed: 0, crashed: false, skipped: 2 })
  expect(ran.output).not.toContain('没有跑完')
}, 30_000)

test('a test that ends the process fails, and the files behind it are named', () => {
  const ran = runTogether({
    // The longest is the first.
    'ends.test.cjs': `test('ends', () => process.exit(0))\n${'//\n'.repeat(9)}`,
    'red.test.cjs': RED,
  })
  expect(ran.failed).toBeGreaterThan(0)
  expect(ran.output).toMatch(/没有跑完.*ends\.test\.cjs.*red\.test\.cjs/)
}, 30_000)

test('a red test among them is red', () => {
  const ran = runTogether({ 'a.test.cjs': `test('a', () => {})`, 'red.test.cjs': RED })
  expect(ran.failed).toBeGreaterThan(0)
  expect(ran.crashed).toBe(false)
}, 30_000)
