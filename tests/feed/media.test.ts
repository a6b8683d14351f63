import { checkMedia, type MediaFacts } from '../../scripts/feed/checks/media'
import { readMp4Seconds } from '../../scripts/feed/read/mp4'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const INDEX = 'content/media/index.yml'
const HASH = 'a'.repeat(64)
const ENTRY = `media:
  - id: e-0001
    file: e-0001.m4a
    bytes: 1000
    seconds: 150.5
    sha256: ${HASH}
    bundled: true
    voice: some-voice
    label: 合成语音
    script_sha256: ${HASH}
`
const FACTS: MediaFacts = { bytes: 1000, sha256: HASH, playable: true, seconds: 150.6 }

function problemsOf(index: string, facts?: MediaFacts, transcript?: string) {
  const tree = {
    ...validTree(),
    [INDEX]: index,
    ...(transcript === undefined ? {} : { 'content/media/e-0001.json': transcript }),
  }
  const { corpus, problems } = readTreeInMemory(tree)
  return [...problems, ...checkMedia(corpus, new Map(facts ? [['e-0001.m4a', facts]] : []))].map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  )
}

describe('the media index', () => {
  test('a truthful entry passes', () => {
    expect(problemsOf(ENTRY, FACTS)).toEqual([])
  })
  test.each<[string, MediaFacts | undefined, RegExp]>([
    ['is not there', undefined, /index.yml:3 content\/media\/e-0001.m4a 不存在/],
    ['has another size', { ...FACTS, bytes: 999 }, /index.yml:4 .*999 字节/],
    ['has another hash', { ...FACTS, sha256: 'b'.repeat(64) }, /index.yml:6 .*sha-256/],
    ['has another length', { ...FACTS, seconds: 12 }, /index.yml:5 .*12.0 秒/],
    ['has no header of its kind', { ...FACTS, playable: false }, /index.yml:3 .*文件头不对/],
  ])('a bundled file that %s is told', (_, facts, says) => {
    expect(problemsOf(ENTRY, facts)).toContainEqual(expect.stringMatching(says))
  })
  test('a file that is not bundled is not looked for', () => {
    expect(problemsOf(ENTRY.replace('bundled: true', 'bundled: false'))).toEqual([])
  })
  test('an entry of no episode is refused', () => {
    expect(problemsOf(ENTRY.replace('id: e-0001', 'id: e-0777'), FACTS)).toContainEqual(
      expect.stringMatching(/index.yml:2 e-0777 这一集不存在/),
    )
  })
  test('a video is not filed for an audio episode', () => {
    expect(problemsOf(ENTRY.replace('e-0001.m4a', 'e-0001.mp4'), FACTS)).toContainEqual(
      expect.stringMatching(/e-0001 是 audio/),
    )
  })
  test('an unlabelled voice is refused', () => {
    expect(problemsOf(ENTRY.replace('label: 合成语音', 'label: 播音'), FACTS)).toContainEqual(
      expect.stringMatching(/index.yml:9 .*合成语音、机器朗读、真人朗读/),
    )
  })
})

describe('transcripts', () => {
  const transcript = (sentences: string) => `{\n  "id": "e-0001",\n  "sentences": [\n${sentences}\n  ]\n}\n`
  test('sentences follow each other in time', () => {
    const told = problemsOf(
      ENTRY,
      FACTS,
      transcript('{"p":0,"t":"甲","start":2,"end":3},\n{"p":0,"t":"乙","start":1,"end":2}'),
    )
    expect(told).toContainEqual(expect.stringMatching(/e-0001.json:5 第 2 句的时间 1—2 与前一句（止于 3）错乱/))
  })
  test('sentences belong to paragraphs that exist and end within the file', () => {
    const told = problemsOf(ENTRY, FACTS, transcript('{"p":70,"t":"甲","start":2,"end":300}'))
    expect(told).toContainEqual(expect.stringMatching(/e-0001.json:4 第 1 句在第 71 段/))
    expect(told).toContainEqual(expect.stringMatching(/最后一句止于 300 秒/))
  })
  test('a script edited after it was spoken is told', () => {
    expect(problemsOf(ENTRY, FACTS, transcript('{"p":0,"t":"甲","start":2,"end":3}'))).toContainEqual(
      expect.stringMatching(/录音之后改过/),
    )
  })
})

describe('the length of an MP4', () => {
  const box = (type: string, payload: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + payload.length)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, payload])
  }
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(2500, 16)
  const file = Buffer.concat([
    box('ftyp', Buffer.from('M4A ')),
    box('moov', box('mvhd', header)),
    box('mdat', Buffer.alloc(50)),
  ])

  test('is read from its movie header', () => {
    expect(readMp4Seconds(file)).toBe(2.5)
  })
  test('is not read from a file that was cut short or is something else', () => {
    expect(readMp4Seconds(file.subarray(0, file.length - 1))).toBeUndefined()
    expect(readMp4Seconds(Buffer.from('no such file'))).toBeUndefined()
    expect(readMp4Seconds(Buffer.alloc(0))).toBeUndefined()
  })
})
