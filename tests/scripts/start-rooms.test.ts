import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { QuestionVolume } from '../../domain/catalog/types'
import { bringUpRooms } from '../../scripts/start/rooms'

const FEED = path.resolve('dist/feed')
const { id } = fs
  .readdirSync(FEED)
  .filter(name => name.startsWith('questions-'))
  .flatMap(name => (JSON.parse(fs.readFileSync(path.join(FEED, name), 'utf8')) as QuestionVolume).questions)
  .find(it => it.type === 'single')!
const before = process.env
let data: string
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'start-rooms-'))
  process.env = { ...before, DATA_DIR: data, FEED_DIR: FEED, LOG_LEVEL: 'silent' }
})
afterEach(() => {
  process.env = before
  fs.rmSync(data, { recursive: true, force: true })
})

const up = (port: number) => bringUpRooms([], undefined, port)
const made = async ({ rooms }: Awaited<ReturnType<typeof up>>) =>
  (await rooms.make({ questions: [{ id, kind: 'all' }], seconds: 0, teams: 0 })).code
const knows = ({ rooms }: Awaited<ReturnType<typeof up>>, code: string) =>
  rooms.at({ t: 'join', code, name: '甲' }, '192.0.2.9') !== undefined

test('two that run beside each other lead no room both; each comes back to its own', async () => {
  const first = await up(8080)
  const code = await made(first)
  // As is advised where the usual port is taken.
  const second = await up(8081)
  const others = await made(second)
  expect([knows(second, code), knows(first, others)]).toEqual([false, false])
  await Promise.all([first.close(), second.close()])
  const [again, beside] = [await up(8080), await up(8081)]
  expect([knows(again, code), knows(beside, others)]).toEqual([true, true])
  expect([knows(again, others), knows(beside, code)]).toEqual([false, false])
  await Promise.all([again.close(), beside.close()])
})

test('what is left of another port’s rooms, and of the usual one’s, goes when they are over', async () => {
  const [usual, second] = [await up(8080), await up(8081)]
  const [old, young, older] = [await made(second), await made(second), await made(usual)]
  await Promise.all([usual.close(), second.close()])
  const files = [`8081/${old}`, `8081/${young}`, older].map(it => path.join(data, 'rooms', `${it}.jsonl`))
  const long = new Date(Date.now() - 6 * 60 * 60_000 - 1000)
  for (const file of [files[0]!, files[2]!]) fs.utimesSync(file, long, long)
  await (await up(8082)).close()
  expect(files.map(it => fs.existsSync(it))).toEqual([false, true, false])
})
