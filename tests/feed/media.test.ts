import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { checkMedia, type MediaFacts } from '../../scripts/feed/checks/media'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readMp4Seconds, readMp4Tag } from '../../scripts/feed/read/mp4'
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
const HUMAN = ENTRY.replace('label: 合成语音', 'label: 人工录制\n    reader: 王小明')
const AIGC = JSON.stringify({ Label: '1', ContentProducer: '谁', ProduceID: 'e-0001-1' })
const FACTS: MediaFacts = { bytes: 1000, sha256: HASH, playable: true, seconds: 150.6, aigc: AIGC }

const CUE = '  "cue": {"t":"合成语音。","start":0.3,"end":3},\n'
const transcript = (sentences: string, cue = CUE) =>
  `{\n  "id": "e-0001",\n${cue}  "sentences": [\n${sentences}\n  ]\n}\n`

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
    const levels = (spoken?: string) => problemsOf(ENTRY, FACTS, spoken).filter(it => !it.includes('录音之后改过'))
    expect(levels(transcript('{"p":0,"t":"甲","start":4,"end":5}'))).toEqual([])
    // Without what was said and when, nobody can tell that a script was changed afterwards.
    const says = 'content/media/index.yml:2 e-0001 是合成语音，content/media/e-0001.json 里却没有一句一句的时间'
    expect(levels()).toEqual([expect.stringContaining(says)])
    expect(levels(transcript(''))).toEqual([expect.stringContaining(says)])
  })
  test.each<[string, MediaFacts | undefined, RegExp]>([
    ['is not there', undefined, /index.yml:3 content\/media\/e-0001.m4a 不存在/],
    ['has another size', { ...FACTS, bytes: 999 }, /index.yml:4 .*999 字节/],
    ['has another hash', { ...FACTS, sha256: 'b'.repeat(64) }, /index.yml:6 .*sha-256/],
    ['has another length', { ...FACTS, seconds: 12 }, /index.yml:5 .*12.0 秒/],
    ['does not say inside that it is synthetic', { ...FACTS, aigc: undefined }, /index.yml:9 .*没有 AIGC 标识/],
    ['says it without a producer', { ...FACTS, aigc: '{"Label":"1","ProduceID":"1"}' }, /没有 AIGC 标识/],
    ['says it illegibly', { ...FACTS, aigc: '{' }, /没有 AIGC 标识/],
    ['has no header of its kind', { ...FACTS, playable: false }, /index.yml:3 .*文件头不对/],
  ])('a bundled file that %s is told', (_, facts, says) => {
    expect(problemsOf(ENTRY, facts)).toContainEqual(expect.stringMatching(says))
  })
  test('a person’s recording needs no such label', () => {
    expect(problemsOf(HUMAN, { ...FACTS, aigc: undefined })).toEqual([])
  })
  test('a person’s recording says whose it is, and no machine has a name', () => {
    expect(problemsOf(HUMAN.replace('\n    reader: 王小明', ''), FACTS)).toContainEqual(
      expect.stringMatching(/人工录制要写是谁讲的/),
    )
    expect(problemsOf(HUMAN.replace('人工录制', '合成语音'), FACTS)).toContainEqual(expect.stringMatching(/合成的不写/))
  })
  test('the app is told who tells it', () => {
    const { corpus } = readTreeInMemory({ ...validTree(), [INDEX]: HUMAN })
    const { episodes } = unpackCatalog(JSON.parse(compileBundle(corpus).get('catalog.json')!) as PackedCatalog)
    expect(episodes.find(it => it.id === 'e-0001')?.media?.label).toBe('人工录制 · 王小明讲')
  })
  test('nobody knows when a person said which sentence, and that is no fault', () => {
    const untimed = '{\n  "id": "e-0001",\n  "sentences": [],\n  "chapters": []\n}\n'
    expect(problemsOf(HUMAN, { ...FACTS, aigc: undefined }, untimed)).toEqual([])
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
      expect.stringMatching(/index.yml:9 .*合成语音、机器朗读、人工录制/),
    )
  })
})

describe('transcripts', () => {
  test('sentences follow each other in time', () => {
    const told = problemsOf(
      ENTRY,
      FACTS,
      transcript('{"p":0,"t":"甲","start":2,"end":3},\n{"p":0,"t":"乙","start":1,"end":2}'),
    )
    expect(told).toContainEqual(expect.stringMatching(/e-0001.json:6 第 2 句的时间 1—2 与前一句（止于 3）错乱/))
  })
  test('sentences belong to paragraphs that exist and end within the file', () => {
    const told = problemsOf(ENTRY, FACTS, transcript('{"p":70,"t":"甲","start":2,"end":300}'))
    expect(told).toContainEqual(expect.stringMatching(/e-0001.json:5 第 1 句在第 71 段/))
    expect(told).toContainEqual(expect.stringMatching(/最后一句止于 300 秒/))
  })
  test('a synthetic recording says at its start that it is one', () => {
    const told = (cue: string, entry = ENTRY) =>
      problemsOf(entry, FACTS, transcript('{"p":0,"t":"甲","start":4,"end":5}', cue)).filter(it =>
        it.includes('开头没有说明'),
      )
    expect(told(CUE)).toEqual([])
    expect(told('')).toHaveLength(1)
    expect(told('  "cue": {"t":"合成语音。","start":9,"end":12},\n')).toHaveLength(1)
    expect(told('', HUMAN)).toEqual([])
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
  test('a tag is read by its name, from the list that has names of its own', () => {
    const number = (value: number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(value)
      return bytes
    }
    const key = (name: string) => Buffer.concat([number(8 + Buffer.byteLength(name)), Buffer.from(`mdta${name}`)])
    const item = (index: number, text: string) => {
      const data = box('data', Buffer.concat([number(1), number(0), Buffer.from(text)]))
      return Buffer.concat([number(8 + data.length), number(index), data])
    }
    const keys = box('keys', Buffer.concat([number(0), number(2), key('title'), key('AIGC')]))
    const metadata = (items: Buffer) => box('meta', Buffer.concat([number(0), keys, box('ilst', items)]))
    const tagged = (items: Buffer) => box('moov', Buffer.concat([box('mvhd', header), metadata(items)]))
    const both = tagged(Buffer.concat([item(1, '走错门的人'), item(2, '{"Label":"1"}')]))
    expect(readMp4Tag(both, 'AIGC')).toBe('{"Label":"1"}')
    expect(readMp4Tag(box('moov', box('udta', metadata(item(2, '在 udta 里')))), 'AIGC')).toBe('在 udta 里')
    expect(readMp4Tag(both, 'title')).toBe('走错门的人')
    expect(readMp4Tag(both, 'artist')).toBeUndefined()
    expect(readMp4Tag(tagged(item(1, '只有题目')), 'AIGC')).toBeUndefined()
    expect(readMp4Tag(file, 'AIGC')).toBeUndefined()
    for (let cut = 0; cut < both.length; cut += 1) expect(() => readMp4Tag(both.subarray(0, cut), 'AIGC')).not.toThrow()
  })
})
