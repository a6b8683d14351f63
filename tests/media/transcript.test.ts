import fc from 'fast-check'
import { assemble } from '../../scripts/media/src/assemble'
import { webVtt } from '../../scripts/media/src/captions'
import { FASTEST, LONGEST_PAUSE, type Pause, PAUSES, pauseOf, SLOWEST, stretchFor } from '../../scripts/media/src/pace'
import { chooseBundled, isCurrent, saysScript, scriptHash, withChapters } from '../../scripts/media/src/plan'
import type { MediaEntry } from '../../scripts/media/src/media-index'
import { parseScript } from '../../scripts/media/src/script'
import { CUE } from '../../scripts/media/src/synthetic-label'
import { softEnds, tidySilence } from '../../scripts/media/src/silence'
import { paceProblems, transcriptProblems } from '../../scripts/media/src/transcript-problems'

const SOURCE = `---
id: e-0161
title: 从石库门到南湖
series: gushi
number: 1
kind: video
---

[毛泽东](person:mao-zedong)来了。 ^e1

## 船上

船到湖心。

天黑了。
`
const script = parseScript(SOURCE, 'test.md')
const tone = (seconds: number) => ({ samples: Float32Array.from({ length: seconds * 1000 }, () => 0.5), rate: 1000 })

test('a script is read with citations as words and headings as chapters', () => {
  expect(script.paragraphs).toEqual(['毛泽东来了。', '船到湖心。', '天黑了。'])
  expect(script.chapters).toEqual([{ title: '船上', paragraph: 1 }])
})

test('what a footnote says is not spoken, nor its mark', () => {
  const { paragraphs } = parseScript(
    '---\nid: e-0001\ntitle: 门\n---\n\n门开了。[^1] 进来一个人。[^2]\n\n会停了。[^1]\n\n[^1]: yd-jingdi 一个陌生人\n[^2]: dashiji#19210723 代表\n',
    'test.md',
  )
  expect(paragraphs).toEqual(['门开了。进来一个人。', '会停了。'])
})

test('a file without front matter is refused by name', () => {
  expect(() => parseScript('天黑了。', 'a.md')).toThrow('a.md')
})

test('transcript times grow, lie inside the track, and pauses stay under a second', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ paragraph: fc.nat(2), seconds: fc.integer({ min: 1, max: 5 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      parts => {
        const ordered = [...parts].sort((a, b) => a.paragraph - b.paragraph)
        const { track, transcript } = assemble(
          script,
          ordered.map(p => ({ paragraph: p.paragraph, text: '句。', speech: tone(p.seconds) })),
        )
        expect(transcriptProblems({ ...transcript, chapters: [] }, track.samples.length / track.rate)).toEqual([])
        transcript.sentences.slice(1).forEach((s, i) => expect(s.start - transcript.sentences[i]!.end).toBeLessThan(1))
      },
    ),
  )
  expect(Math.max(...Object.values(PAUSES), LONGEST_PAUSE)).toBeLessThan(1)
})

test('planted faults in a transcript are all found', () => {
  const sentence = (start: number, end: number) => ({ p: 0, t: '句。', start, end })
  const problems = (...sentences: ReturnType<typeof sentence>[]) =>
    transcriptProblems({ id: 'e', sentences, chapters: [] }, 10).length
  expect(problems(sentence(0, 2), sentence(1, 3))).toBe(1)
  expect(problems(sentence(2, 2))).toBe(1)
  expect(problems(sentence(2, 11))).toBe(1)
  expect(problems(sentence(NaN, 1))).toBeGreaterThan(0)
})

test('a file that hurries or dawdles is told, by characters as they are said', () => {
  const told = (t: string, seconds: number) =>
    paceProblems({ id: 'e', sentences: [{ p: 0, t, start: 0, end: seconds }], chapters: [] }, seconds)
  expect(told('1921年7月，船到湖心。', 2.7)).toEqual([])
  expect(told('1921年7月，船到湖心。', 2)).toEqual([expect.stringContaining('5.50')])
  expect(told('船到湖心。', 2)).toEqual([expect.stringContaining('2.00')])
  expect(paceProblems({ id: 'e', sentences: [], chapters: [] }, 60)).toEqual([])
})

test('pauses are stretched or pressed until a recording is neither hurried nor slow', () => {
  const kinds = fc.array(fc.constantFrom<Pause>('sentence', 'paragraph', 'chapter'), { minLength: 20, maxLength: 60 })
  fc.assert(
    fc.property(kinds, fc.double({ min: 3, max: 6, noNaN: true }), (pauses, pace) => {
      const seconds = (stretch: number) => 150 + pauses.reduce((sum, kind) => sum + pauseOf(kind, stretch), 0)
      const characters = Math.round(pace * seconds(1))
      const stretch = stretchFor(characters, 150, pauses)
      const heard = characters / seconds(stretch)
      if (pace > SLOWEST + 0.1 && pace < FASTEST - 0.1) expect(stretch).toBe(1)
      // Nearer to what is wanted, or there.
      if (pace > FASTEST) expect(heard).toBeLessThan(pace)
      if (pace < SLOWEST) expect(heard).toBeGreaterThan(pace)
      pauses.forEach(kind => expect(pauseOf(kind, stretch)).toBeLessThanOrEqual(LONGEST_PAUSE))
    }),
  )
  const usual = Array.from({ length: 40 }, (_, i): Pause => (i % 4 === 3 ? 'paragraph' : 'sentence'))
  const seconds = (stretch: number) => 120 + usual.reduce((sum, kind) => sum + pauseOf(kind, stretch), 0)
  expect(620 / seconds(1)).toBeGreaterThan(FASTEST)
  expect(620 / seconds(stretchFor(620, 120, usual))).toBeCloseTo(4.35, 1)
})

test('a recording begins with its cue, and the script follows after a long pause', () => {
  const spoken = [0, 1].map(paragraph => ({ paragraph, text: '句。', speech: tone(2) }))
  const { transcript } = assemble(script, spoken, { text: '这是合成语音。', speech: tone(3) })
  expect(transcript.cue).toEqual({ t: '这是合成语音。', start: 0.3, end: 3.3 })
  expect(transcript.sentences.map(({ p }) => p)).toEqual([0, 1])
  expect(transcript.sentences[0]!.start).toBeGreaterThan(3.3 + PAUSES.sentence)
  expect(webVtt(transcript)).toContain('这是合成语音。')
  expect(assemble(script, spoken).transcript.cue).toBeUndefined()
})

test('a sentence rises from nothing and falls back to it, so that joints do not click', () => {
  const { samples } = softEnds({ samples: new Float32Array(1000).fill(0.5), rate: 1000 })
  expect(samples[0]).toBe(0)
  expect(samples.at(-1)).toBe(0)
  expect(samples[500]).toBe(0.5)
  expect(softEnds({ samples: new Float32Array(1), rate: 1000 }).samples).toHaveLength(1)
})

test('silence around the voice goes and long pauses inside it shrink', () => {
  const samples = new Float32Array(5000)
  samples.fill(0.5, 1000, 2000)
  samples.fill(0.5, 4000, 4500)
  const tidy = tidySilence({ samples, rate: 1000 })
  expect(tidy.samples.length / 1000).toBeCloseTo(1 + 0.6 + 0.5 + 0.1, 1)
})

test('captions cover each sentence from its start to its end, in parts that fit', () => {
  const t = '一九二一年夏天，中国有四万万人，党员只有五十几个，他们分散在上海、北京、武汉、长沙、济南、广州。'
  const vtt = webVtt({ id: 'e', sentences: [{ p: 0, t, start: 1, end: 61.5 }], chapters: [] })
  expect(vtt.startsWith('WEBVTT\n\n1\n00:00:01.000 --> ')).toBe(true)
  expect(vtt).toContain('--> 00:01:01.500')
  expect(vtt.replace(/[^\p{Script=Han}，。、]/gu, '')).toBe(t)
})

const entry = (id: string, more: Partial<MediaEntry> = {}): MediaEntry => ({
  id,
  file: `${id}.m4a`,
  bytes: 100,
  seconds: 1,
  sha256: '',
  bundled: false,
  voice: 'v',
  label: '合成语音',
  script_sha256: scriptHash(script),
  ...more,
})

test('an unchanged script is not spoken again, and a worse voice never replaces a better one', () => {
  const by = (label: MediaEntry['label'], voice = 'v') => ({ label, voice })
  expect(isCurrent(script, entry('e'), true, by('合成语音'))).toBe(true)
  expect(isCurrent(script, entry('e'), true, by('机器朗读', 'm'))).toBe(true)
  expect(isCurrent(script, entry('e'), true, by('人工录制', 'human'))).toBe(false)
  expect(isCurrent(script, entry('e'), true, by('合成语音', 'another'))).toBe(false)
  expect(isCurrent(script, entry('e'), false, by('合成语音'))).toBe(false)
  expect(isCurrent(script, entry('e', { script_sha256: 'other' }), true, by('合成语音'))).toBe(false)
})

test('a recording is known by what it says, not by its pictures or the names of its chapters', () => {
  const heard = {
    ...script,
    paragraphs: ['毛泽东来到了船上说话。', '船到湖心的时候下雨了。', '天黑了他们还没有散会。'],
  }
  const spoken = heard.paragraphs.map((text, paragraph) => ({ paragraph, text, speech: tone(2) }))
  const { transcript } = assemble(heard, spoken, { text: CUE, speech: tone(3) })
  const renamed = { ...heard, kind: 'audio' as const, chapters: [{ title: '湖上', paragraph: 1 }] }
  expect(saysScript(heard, transcript)).toBe(true)
  expect(saysScript(renamed, transcript)).toBe(true)
  expect(withChapters(renamed, transcript).chapters).toEqual([{ title: '湖上', start: transcript.sentences[1]!.start }])
  expect(scriptHash({ ...heard, kind: 'audio' })).toBe(scriptHash(heard))
  expect(saysScript({ ...heard, chapters: [] }, transcript)).toBe(false)
  expect(saysScript({ ...heard, paragraphs: ['毛泽东来到了船上说话。'] }, transcript)).toBe(false)
  expect(saysScript(heard, assemble(heard, spoken).transcript)).toBe(false)
})

test('git keeps the media it has, then takes flagships, within numbers and bytes', () => {
  const entries = [
    entry('e-1'),
    entry('e-2'),
    entry('e-3', { bundled: true }),
    entry('e-4'),
    entry('e-5', { file: 'e-5.mp4' }),
  ]
  const chosen = (flagships: string[], limits: Parameters<typeof chooseBundled>[2]) => [
    ...chooseBundled(entries, new Set(flagships), limits),
  ]
  expect(chosen(['e-4'], { audio: 3, video: 0, bytes: 1000 })).toEqual(['e-3', 'e-4', 'e-1'])
  expect(chosen([], { audio: 9, video: 1, bytes: 250 })).toEqual(['e-3', 'e-1'])
  expect(chosen([], { audio: 1, video: 1, bytes: 1000 })).toEqual(['e-3', 'e-5'])
})
