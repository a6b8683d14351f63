import fs, * as mockFs from 'node:fs'
import os from 'node:os'
import path, * as mockPath from 'node:path'
import { humanProblems, recordingOf, unusedRecordings } from '../../scripts/media/src/human-recording'
import { readIndex } from '../../scripts/media/src/media-index'
import { paths, paths as mockPaths } from '../../scripts/media/src/paths'

// ffmpeg is not installed with the app: what it would hear of a file is what the file says.
jest.mock('../../scripts/media/src/ffmpeg', () => ({
  ffmpeg: async (args: string[]) => mockFs.copyFileSync(args[args.indexOf('-i') + 1]!, args.at(-1)!),
}))
jest.mock('../../scripts/media/src/loudness', () => ({
  ...jest.requireActual<object>('../../scripts/media/src/loudness'),
  measure: async (file: string) => JSON.parse(mockFs.readFileSync(file, 'utf8')) as unknown,
}))
jest.mock('../../scripts/media/src/sound', () => ({
  tagsOf: () => ({}),
  ensureSound: async ({ id }: { id: string }) => {
    const file = mockPath.join(mockPaths.work, `${id}.m4a`)
    mockFs.writeFileSync(file, JSON.stringify({ seconds: 1, integrated: -16, longestSilence: 0 }))
    return { file, transcript: { id, sentences: [], chapters: [] } }
  },
}))
// Not by its types, which are of packages that only scripts/media has.
const { buildMedia } = jest.requireActual<{
  buildMedia(voices: () => Promise<() => object>, options: object): Promise<number>
}>('../../scripts/media/src/build')
jest.mock('../../scripts/media/src/paths', () => ({ paths: {} }))

test('a person’s recording is found by its episode, whatever phone it comes from, and says who tells it', () => {
  for (const ending of ['wav', 'm4a', 'mp3', 'flac', 'webm', 'ogg']) {
    const file = `e-0007.human.王小明.${ending}`
    expect(recordingOf(['e-0007.m4a', 'e-0007.json', file], 'e-0007')).toEqual({ file, reader: '王小明' })
    expect(recordingOf([file], 'e-0008')).toBeUndefined()
  }
})

test('without a name, or twice, it is not taken, and it is said what to do', () => {
  expect(() => recordingOf(['e-0007.human.m4a'], 'e-0007')).toThrow('e-0007.human.姓名.m4a')
  expect(() => recordingOf(['e-0007.human.甲.m4a', 'e-0007.human.乙.wav'], 'e-0007')).toThrow(/有两份录音/)
})

test('a recording of another length than the script, or with a long silence, is told', () => {
  const told = (seconds: number, longestSilence = 1) => humanProblems({ seconds, longestSilence }, 600)
  expect(told(150)).toEqual([])
  expect(told(200)).toEqual([])
  expect(told(40).join()).toMatch(/不像是这一集的全文/)
  expect(told(600).join()).toMatch(/不像是这一集的全文/)
  expect(told(150, 6).join()).toMatch(/6.0 秒没有声音/)
})

/** Four hundred characters: a hundred seconds. */
const EPISODE = (id: string) => `---\nid: ${id}\ntitle: 一集\nseries: gushi\n---\n\n${'党'.repeat(400)}\n`

const hashOf = (file: string) => `hash of ${file}`

test('one that lies there and is not what is heard is told, with what to run', () => {
  const names = ['e-0007.m4a', 'e-0007.human.王小明.webm', 'e-0009.human.甲.m4a', 'e-0010.human.mp3']
  const told = unusedRecordings(
    names,
    new Map([
      ['e-0007', { label: '人工录制' as const, reader: '王小明', source_sha256: 'hash of e-0007.human.王小明.webm' }],
      ['e-0009', { label: '合成语音' as const }],
    ]),
    hashOf,
  )
  expect(told).toHaveLength(2)
  expect(told[0]).toMatch(/e-0009.human.甲.m4a 放进来了，还没有用上；应当运行 npm run media -- e-0009/)
  expect(told[1]).toMatch(/e-0010.*没有写是谁讲的/)
  const heard = (reader: string, source_sha256: string) =>
    unusedRecordings(
      ['e-0007.human.乙.webm'],
      new Map([['e-0007', { label: '人工录制', reader, source_sha256 }]]),
      hashOf,
    )
  expect(heard('乙', 'hash of e-0007.human.乙.webm')).toEqual([])
  expect(heard('甲', 'hash of e-0007.human.乙.webm')).toHaveLength(1)
  expect(heard('乙', 'hash of the take before')).toHaveLength(1)
})

test('one that is heard and was taken away is told', () => {
  const entry = { label: '人工录制' as const, reader: '王小明', source_sha256: 'x' }
  expect(unusedRecordings([], new Map([['e-0007', entry]]), hashOf).join()).toMatch(
    /王小明的录音拿走了.*npm run media -- e-0007/,
  )
})

test('whatever is meant as a recording is taken, or named', () => {
  for (const [file, reader] of [
    ['e-0007.human.王小明.M4A', '王小明'],
    ['E-0007.Human.王小明.m4a', '王小明'],
    ['e-0007.human.王小明.aac', '王小明'],
    ['e-0007.human.王小明.amr', '王小明'],
    ['e-0007.human.王小明.mp4', '王小明'],
    ['e-0007.human.J.Smith.m4a', 'J.Smith'],
    ['e-0007.human.买买提 • 艾山.m4a', '买买提·艾山'],
    ['e-0007.human.\u202e王小明.m4a', '王小明'],
  ])
    expect(recordingOf([file!], 'e-0007')).toEqual({ file, reader })
  for (const file of [
    'e-0007.human.王小明.m4a.mp3',
    'e-0007.human.王小明.docx',
    'e-0007.human. .m4a',
    'e-0007.human.\u200b.m4a',
    'e-0007-human-王小明.m4a',
    'e-0007.human',
  ]) {
    expect(() => recordingOf([file], 'e-0007')).toThrow('e-0007.human.姓名.')
    expect(unusedRecordings([file], new Map(), hashOf)).toHaveLength(1)
  }
})

describe('npm run media', () => {
  const EPISODES = ['e-0001', 'e-0002']
  let told: string[]
  beforeEach(() => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'recordings-'))
    const at = (name: string) => path.join(root, name)
    Object.assign(paths, {
      episodes: at('episodes'),
      bundled: at('media'),
      built: at('built'),
      work: at('work'),
      index: at('index.yml'),
    })
    fs.mkdirSync(paths.episodes)
    fs.mkdirSync(paths.bundled)
    for (const id of EPISODES) fs.writeFileSync(path.join(paths.episodes, `${id}.md`), EPISODE(id))
    told = []
  })
  afterEach(() => {
    fs.rmSync(path.dirname(paths.episodes), { recursive: true })
    process.exitCode = undefined
  })
  const put = (file: string, heard: object = {}) =>
    fs.writeFileSync(
      path.join(paths.bundled, file),
      JSON.stringify({ seconds: 100, integrated: -16, longestSilence: 1, ...heard }),
    )
  const run = () =>
    buildMedia(async () => () => ({ voice: 'v', label: '合成语音', reading: (text: string) => text }), {
      ...{ only: [], bundle: false, parts: 'audio' as const, force: false },
      report: (line: string) => told.push(line),
    })
  const entry = (id = 'e-0001') => readIndex(paths.index).get(id)!
  const heard = (id = 'e-0001') => fs.readFileSync(path.join(paths.built, `${id}.m4a`), 'utf8')

  test('a person who takes their recording away is not heard any more', async () => {
    put('e-0001.human.王小明.m4a')
    expect(await run()).toBe(2)
    expect(entry().reader).toBe('王小明')
    expect(await run()).toBe(0)
    fs.rmSync(path.join(paths.bundled, 'e-0001.human.王小明.m4a'))
    expect(await run()).toBe(1)
    expect([entry().label, entry().reader, entry().source_sha256]).toEqual(['合成语音', undefined, undefined])
    expect(told).toHaveLength(3)
  })

  test('a new take of the same person is used', async () => {
    put('e-0001.human.王小明.m4a')
    await run()
    const before = entry().source_sha256
    put('e-0001.human.王小明.m4a', { seconds: 101 })
    expect(await run()).toBe(1)
    expect(entry().source_sha256).not.toBe(before)
    expect(heard()).toMatch(/101/)
  })

  test('one without a name does not stop the others', async () => {
    put('e-0001.human.m4a')
    put('e-0002.human.甲.m4a')
    expect(await run()).toBe(1)
    expect(told.join()).toMatch(/e-0001: e-0001.human.m4a 没有写是谁讲的/)
    expect(entry('e-0002').reader).toBe('甲')
  })

  test.each([
    ['silence', { integrated: -70 }, /响度 -70 LUFS/],
    ['a few seconds', { seconds: 5 }, /不像是这一集的全文/],
  ])('%s does not take the place of a good recording', async (_, bad, said) => {
    put('e-0001.human.王小明.m4a')
    await run()
    const before = [heard(), entry()]
    put('e-0001.human.王小明.m4a', bad)
    expect(await run()).toBe(0)
    expect(told.join()).toMatch(said)
    expect([heard(), entry()]).toEqual(before)
  })
})
