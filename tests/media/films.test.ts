import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { chapterMetadata } from '../../scripts/media/src/captions'
import { filmFileProblems } from '../../scripts/media/src/film-file'
import { scriptHash } from '../../scripts/media/src/plan'
import { parseScript } from '../../scripts/media/src/script'
import { NOTICE } from '../../scripts/media/src/synthetic-label'
import { counted } from '../../scripts/media/src/scenes/count'
import { readDrawings } from '../../scripts/media/src/scenes/drawing'
import { estimatedTranscript } from '../../scripts/media/src/scenes/estimate'
import { frameOf, framesOf, pictureOf } from '../../scripts/media/src/scenes/film'
import { pictureProblems, STILL, textsOf } from '../../scripts/media/src/scenes/film-problems'
import { readLibrary } from '../../scripts/media/src/scenes/ground'
import { placeLabels } from '../../scripts/media/src/scenes/label-places'
import { openFilm } from '../../scripts/media/src/scenes/open-film'
import { broken, FRAME, RATE, SMALLEST, widthOf } from '../../scripts/media/src/scenes/stage'

const SCRIPT = `---
id: e-0900
title: 从石库门到南湖
series: gushi
number: 1
kind: video
articles: [a-0001]
sources: [dashiji]
verify_in: [jianshi]
---

上海有一张餐桌，嘉兴有一条游船。[1921年7月](event:yida)，十二位代表走到了桌边，大家坐下来开会。

## 船上

最后一天的会，在南湖的一条游船上开。他们定下了党的名称，也通过了第一个纲领。

天黑以前，会开完了。
`
const BOARD = `object: boat
year: '1921'
scenes:
  - kind: object
    at: 上海有一张
    object: boat
    lines: [{ text: 一张餐桌, at: 一张餐桌 }, { text: 一条游船, at: 一条游船 }]
  - kind: count
    at: 十二位代表
    figures: [{ figure: 12位, what: 代表, at: 十二位代表 }]
  - kind: route
    at: 最后一天的会
    places: [{ name: 上海, at: [80, 20] }, { name: 南湖, at: [20, 80] }]
    legs: [{ from: 上海, to: 南湖, at: 在南湖的一条 }]
  - kind: document
    at: 他们定下了
    title: 定下的事
    lines: [{ text: 党的名称, at: 定下了党的名称 }, { text: 第一个纲领, at: 也通过了第一个 }]
closing: 天黑以前
`
const library = {
  events: new Map([['yida', '中共一大 1921年7月23日 上海']]),
  articles: new Map<string, string>(),
  works: new Map([['jianshi', '《中国共产党简史》']]),
}
const drawings = readDrawings(
  '- { id: boat, alt: 船, ink: \'<path d="M1 1L90 90M10 80H90"/>\', red: \'<circle cx="9" cy="9" r="5" fill="red"/>\' }',
)
const script = parseScript(SCRIPT, 'test.md')
const { transcript, seconds } = estimatedTranscript(script)
const open = (storyboard: string, synthetic = true) =>
  openFilm({ script, source: SCRIPT, storyboard }, transcript, seconds, synthetic, STILL, library, drawings)
const film = open(BOARD).film!
const toldOf = (from: string, to: string) => open(BOARD.replace(from, to)).problems.join('\n')

test('the last card says what the film rests on, and apart from it in which books that can be checked', () => {
  const card = film.scenes.at(-1)!.data as unknown as { sources: string; books: string[] }
  expect([card.sources, card.books]).toEqual(['1 个来源，逐句列在文稿下面', ['《中国共产党简史》']])
})

test('a storyboard becomes a film: every scene at its words, nothing wrong', () => {
  expect(open(BOARD).problems).toEqual([])
  expect(film.scenes.map(({ data }) => data.kind)).toEqual(['title', 'object', 'count', 'route', 'document', 'closing'])
  const boat = transcript.sentences.find(({ t }) => t.includes('最后一天'))!
  expect(film.scenes[3]!.start).toBeCloseTo(boat.start - 0.25)
  film.scenes.forEach(({ start, end, beats }) => beats.forEach(it => expect(it >= start && it < end).toBe(true)))
})

test('a heading does not stand alone for long: the first step comes, though its words are still to be said', () => {
  const late = open(BOARD.replace('what: 代表, at: 十二位代表', 'what: 代表, at: 大家坐下来开会'))
  expect(late.problems).toEqual([])
  const { start, beats } = late.film!.scenes[2]!
  expect(beats[0]! - start).toBeCloseTo(2)
  const shown = (at: number) => textsOf(pictureOf(late.film!, Math.ceil((start + at) * RATE))).map(({ words }) => words)
  expect(shown(1.5)).not.toContain('代表')
  expect(shown(2.5)).toContain('代表')
})

test('the same film and number give the same frame, and frames follow one another', () => {
  const again = open(BOARD).film!
  for (let frame = 0; frame < framesOf(film); frame += 5) expect(frameOf(again, frame)).toBe(frameOf(film, frame))
  expect(RATE).toBeGreaterThanOrEqual(12)
})

test('the machine’s label stands from the first frame for its time, and not over a person’s voice', () => {
  const shows = (at: number, of = film) => pictureOf(of, at * RATE).includes(NOTICE.text)
  expect(NOTICE.seconds).toBeGreaterThanOrEqual(2)
  expect([0, 1, NOTICE.seconds - 0.1].map(it => shows(it))).toEqual([true, true, true])
  expect(shows(Math.max(NOTICE.seconds, transcript.cue!.end) + 0.1)).toBe(false)
  expect(shows(0, open(BOARD, false).film!)).toBe(false)
})

/** What a round button in the middle may cover: 72 px of a picture 360 px wide. */
const BUTTON = { left: 512, top: 232, right: 768, bottom: 488 }
const covered = ({ left, right, top, bottom }: ReturnType<typeof textsOf>[number]) =>
  left < BUTTON.right && right > BUTTON.left && top < BUTTON.bottom && bottom > BUTTON.top

test('what an author writes is text on the screen, never markup', () => {
  const { film: odd } = open(BOARD.replace('text: 一张餐桌, at', "text: '<b>桌&子', at"))
  const shown = pictureOf(odd!, framesOf(odd!) * 0.3)
  expect(shown).not.toContain('<b>')
  expect(textsOf(shown).map(it => it.words)).toContain('<b>桌&子')
})

test('faults of a storyboard are told with their scene and what to do', () => {
  expect(toldOf('at: 十二位代表\n', 'at: 没有这句话\n')).toContain('第 2 幕（count）：文稿里找不到“没有这句话”')
  expect(toldOf('at: 最后一天的会', 'at: 上海有一张餐桌')).toContain('排在前一处的前面')
  expect(toldOf('to: 南湖', 'to: 西湖')).toContain('places 里没有这个地方')
  expect(toldOf('name: 南湖', 'name: 西湖').length).toBeGreaterThan(0)
  expect(toldOf('object: boat\nyear', 'object: tank\nyear')).toContain('没有“tank”这个物件')
  expect(toldOf('title: 定下的事', 'title: 一二三四五六七八九十一二三四五')).toContain('太长，画面放不下')
  expect(toldOf('kind: document', 'kind: movie')).toContain('没有这一种')
  expect(toldOf('figure: 12位', 'figure: 13位')).toContain('“13位”里的 13，文稿和总账里都没有')
  expect(toldOf('12位', '十二位')).toContain('没有阿拉伯数字')
  expect(toldOf('text: 党的名称', 'text: 1922年')).toContain('1922')
})

test('a picture that stands too long, words too long for their place and words in the band are told', () => {
  expect(pictureProblems({ ...film, seconds: film.seconds + 20 }).join()).toContain('没有变化')
  expect(pictureProblems(film, 1).join()).toContain('没有变化')
  const long = { kind: 'object' as const, object: 'boat', lines: ['一二三四五六七八九十一二三四五六七八九十'] }
  expect(pictureProblems({ ...film, scenes: [{ data: long, start: 0, end: 5, beats: [0] }] }).join()).toContain(
    '出了画面',
  )
  const deep = { kind: 'timeline' as const, points: Array.from({ length: 14 }, () => ({ when: '七月', what: '开会' })) }
  const beats = deep.points.map(() => 0)
  expect(pictureProblems({ ...film, scenes: [{ data: deep, start: 0, end: 5, beats }] }).join()).toContain('叠在一起')
})

test('a number counts from nothing to exactly what is written', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
      expect(counted(`约${value}人`, 1)).toBe(`约${value}人`)
      expect(Number(counted(`${value}人`, share).replace('人', ''))).toBeLessThanOrEqual(value)
    }),
  )
  expect(counted('1,950人', 1)).toBe('1,950人')
  expect(counted('1935.3克', 1)).toBe('1935.3克')
  expect(counted('1935.3克', 0)).toBe('0.0克')
})

test('text is cut into lines that fit, and nothing of it is lost', () => {
  const words = fc.array(fc.constantFrom('一', '二', '，', '。', '红', '1', 'a'), { maxLength: 60 })
  fc.assert(
    fc.property(words, fc.integer({ min: 100, max: 900 }), (chars, width) => {
      const whole = chars.join('')
      const lines = broken(whole, SMALLEST, width)
      expect(lines.join('')).toBe(whole)
      lines.forEach(it => expect(widthOf(it)).toBeLessThanOrEqual(width))
    }),
  )
})

test('a line ends between two words, and none begins with a mark', () => {
  const lines = (whole: string, most: number) => broken(whole, 76, most * 76)
  expect(lines('你可不能表现出任何失落的样子，败要败得光明磊落', 13)).toEqual([
    '你可不能表现出任何失落的',
    '样子，败要败得光明磊落',
  ])
  expect(lines('但是只有一种决定可以创造历史', 13)).toEqual(['但是只有一种决定可以创造', '历史'])
  // The last word goes over with its mark.
  expect(lines('但是只有一种决定可以创造历史，他说', 14)).toEqual(['但是只有一种决定可以创造', '历史，他说'])
  // A word that is wider than the line is cut all the same.
  expect(lines('光明磊落', 3).join('')).toBe('光明磊落')
})

test('names along a route stay inside the picture', () => {
  const place = fc.record({ x: fc.integer({ min: 250, max: 1030 }), y: fc.integer({ min: 280, max: 400 }) })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), spots => {
      const area = { left: 0, top: 0, right: FRAME.width, bottom: FRAME.picture }
      const labels = placeLabels(
        spots.map(it => ({ ...it, name: '安顺场', note: '' })),
        [],
        area,
      )
      for (const { name, anchor } of labels) {
        const left = anchor === 'start' ? name.x : anchor === 'end' ? name.x - 132 : name.x - 66
        expect(left >= 0 && left + 132 <= FRAME.width && name.y <= FRAME.picture).toBe(true)
      }
    }),
  )
})

test('a film is made again when its storyboard changes; the words are not spoken again for that', () => {
  expect(scriptHash({ ...script, storyboard: 'a' })).not.toBe(scriptHash({ ...script, storyboard: 'b' }))
  expect(scriptHash({ ...script, kind: 'audio', storyboard: 'a' })).toBe(scriptHash({ ...script, kind: 'audio' }))
})

test('a film’s chapters begin with its beginning', () => {
  const marks = chapterMetadata(transcript, seconds, script.title)
  expect(marks.match(/START=(\d+)/g)![0]).toBe('START=0')
  expect(marks).toContain('title=从石库门到南湖')
  expect(marks).toContain('title=船上')
})

test('a file with too few pictures, of another size or without a first chapter is told', () => {
  const said = (video: string) =>
    `    Chapter #0:0: start 0.000000, end 14.2\n    Stream #0:0(und): Video: h264 (Main) (avc1 / 0x31637661), yuv420p, ${video}, 12288 tbn`
  expect(filmFileProblems(said('1280x720, 47 kb/s, 12 fps'))).toEqual([])
  expect(filmFileProblems(said('1280x720 [SAR 1:1 DAR 16:9], 47 kb/s, 4 fps'))).toEqual(['4 pictures a second, not 12'])
  expect(filmFileProblems(said('640x360, 47 kb/s, 12 fps'))).toHaveLength(1)
  expect(filmFileProblems(said('1280x720, 47 kb/s, 12 fps').replace('start 0.0', 'start 9.0'))).toHaveLength(1)
  expect(filmFileProblems('Audio: aac')).toHaveLength(1)
})

describe('the films of the content', () => {
  const folder = 'content/episodes/gushi'
  const shelf = readLibrary('content')
  const objects = readDrawings(readFileSync('content/objects.yml', 'utf8'))
  const films = readdirSync(folder)
    .filter(it => it.endsWith('.md'))
    .flatMap(name => {
      const source = readFileSync(path.join(folder, name), 'utf8')
      const read = parseScript(source, name)
      return read.kind === 'video' ? [{ name, source, read }] : []
    })

  test('at least twelve are films, each with a storyboard', () => {
    expect(films.length).toBeGreaterThanOrEqual(12)
    films.forEach(({ name }) => expect(existsSync(path.join(folder, name.replace('.md', '.scenes.yml')))).toBe(true))
  })

  test.each(films)(
    '$read.id: its facts, its letters, its band, a change every six seconds, and a poster that is not hidden',
    it => {
      const storyboard = readFileSync(path.join(folder, it.name.replace('.md', '.scenes.yml')), 'utf8')
      const times = estimatedTranscript(it.read)
      const { film: drawn, problems } = openFilm(
        { script: it.read, source: it.source, storyboard },
        times.transcript,
        times.seconds,
        true,
        STILL,
        shelf,
        objects,
      )
      expect(problems).toEqual([])
      const poster = textsOf(pictureOf(drawn!, 0))
      expect(poster.map(({ words }) => words)).toContain(it.read.title)
      expect(poster.filter(covered)).toEqual([])
    },
  )
})
