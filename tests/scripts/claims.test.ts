import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { claimed, CLAIMS, NOTHING_LEFT } from '../../scripts/test/claims'
import { countNodeTest, tallyOf } from '../../scripts/test/tally'

let place: string
beforeEach(() => (place = fs.mkdtempSync(path.join(os.tmpdir(), 'claims-'))))
afterEach(() => fs.rmSync(place, { recursive: true }))

test('of two who take from the same files each gets what the other has not, in order', () => {
  const folder = path.join(place, 'claims')
  const one = claimed(['a', 'b', 'c', 'd'], folder)
  const other = claimed(['a', 'b', 'c', 'd'], folder)
  const took = [one, other, other, one].map(it => it.next().value)
  expect(took).toEqual(['a', 'b', 'c', 'd'])
  expect([one.next().done, other.next().done]).toEqual([true, true])
})

/** The real runner over small files of one's own, in so many processes that share them. */
async function runShared(texts: Record<string, string>, processes: number) {
  const files = Object.entries(texts).map(([name, text]) => {
    const file = path.join(place, `${name}.test.cjs`)
    fs.writeFileSync(file, `const { after, describe, test } = require('node:test')\n${text}\n`)
    return file
  })
  const entry = path.join(place, 'entry.cjs')
  const suites = JSON.stringify(path.resolve('tests/suites.ts'))
  fs.writeFileSync(
    entry,
    `const { after } = require('node:test')
after(() => console.log('all ended'))
void require(${suites}).runWhatIsLeft(${JSON.stringify(files)}, process.env.${CLAIMS})\n`,
  )
  const run = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--test-reporter=spec', entry], {
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, [CLAIMS]: path.join(place, 'claims') },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
    const status = await new Promise<number | null>(resolve => child.once('close', resolve))
    return { output, ...tallyOf(status, output, countNodeTest) }
  }
  return Promise.all(Array.from({ length: processes }, run))
}

/** Two tests, the second of them not at once. */
const green = (name: string) => `describe('group', () => {
  test('${name} at once', () => {})
  test('${name} later', () => new Promise(resolve => setTimeout(resolve, 300)))
})`

const sum = (ran: { passed: number; failed: number }[]) => ({
  passed: ran.reduce((total, it) => total + it.passed, 0),
  failed: ran.reduce((total, it) => total + it.failed, 0),
})

test('files that processes share run once each, one after another in a process, and what ends a process comes last', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const ran = await runShared(Object.fromEntries(names.map(name => [name, green(name)])), 2)
  expect(sum(ran)).toEqual({ passed: 10, failed: 0 })
  const all = ran.map(it => it.output).join('')
  for (const name of names) expect(all.match(new RegExp(`✔ ${name} later`, 'g'))).toHaveLength(1)
  for (const { output, crashed } of ran) {
    expect(crashed).toBe(false)
    // The reporter is behind with what it prints; the hook is not.
    expect(output.match(/all ended/g)).toHaveLength(1)
  }
}, 60_000)

test('who finds nothing left has not failed', async () => {
  const ran = await runShared({ a: green('a') }, 3)
  expect(sum(ran)).toEqual({ passed: 2, failed: 0 })
  expect(ran.filter(it => it.output.includes(NOTHING_LEFT))).toHaveLength(2)
}, 60_000)

test('after a red test the next file is taken', async () => {
  const [ran] = await runShared({ a: `test('red', () => { throw new Error('red') })`, b: green('b') }, 1)
  expect(ran).toMatchObject({ passed: 2, failed: 1, crashed: false })
}, 60_000)

test('after a file that does not load the next is taken, and the process has failed', async () => {
  const [ran] = await runShared({ a: `throw new Error('does not load')`, b: green('b') }, 1)
  expect(ran).toMatchObject({ passed: 2, failed: 1 })
}, 60_000)

test('a process that a test ends fails and names the file; what it had not taken is left to others', async () => {
  const ran = await runShared({ a: `test('ends', () => process.exit(0))`, b: green('b'), c: green('c') }, 2)
  const [bad, good] = [...ran].sort((a, b) => b.failed - a.failed)
  expect(bad!.failed).toBeGreaterThan(0)
  expect(bad!.output).toMatch(/没有跑完：a\.test\.cjs$/m)
  expect(good).toMatchObject({ passed: 4, failed: 0, crashed: false })
}, 60_000)
