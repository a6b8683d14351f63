import fs from 'node:fs'
import path from 'node:path'
import { readMp4Tag } from '../../scripts/feed/read/mp4'
import type { Transcript } from '../../scripts/media/src/assemble'
import { bundledVoiceProblem } from '../../scripts/media/src/bundled-voice'
import { labelProblems } from '../../scripts/media/src/label-problems'
import { readIndex } from '../../scripts/media/src/media-index'
import { aigcField, CUE } from '../../scripts/media/src/synthetic-label'

const MEDIA = 'content/media'
const index = [...readIndex(path.join(MEDIA, 'index.yml')).values()].filter(it => it.bundled)
const files = fs.readdirSync(MEDIA).filter(name => /^e-\d+\.(m4a|mp4)$/.test(name))

describe('the label of synthetic content (GB 45438-2025, as reported)', () => {
  test('every sound and film in content/media is in the index, and there are both', () => {
    expect(files.filter(name => !index.some(it => it.file === name))).toEqual([])
    for (const ending of ['.m4a', '.mp4']) expect(files.some(name => name.endsWith(ending))).toBe(true)
  })

  test.each(files)('%s says what it is in its metadata and at its start, and is not the fallback’s', name => {
    const entry = index.find(it => it.file === name)!
    const transcript = JSON.parse(fs.readFileSync(path.join(MEDIA, `${entry.id}.json`), 'utf8')) as Transcript
    const aigc = readMp4Tag(fs.readFileSync(path.join(MEDIA, name)), 'AIGC')
    expect(labelProblems(entry.label, aigc, transcript)).toEqual([])
    expect(bundledVoiceProblem(entry)).toBeUndefined()
  })

  const cue = { p: 0, t: CUE, start: 0.2, end: 3 }
  const aigc = aigcField('e-0001', 'a'.repeat(64))

  test('what says less is told', () => {
    expect(labelProblems('合成语音', aigc, { cue })).toEqual([])
    expect(labelProblems('机器朗读', undefined, { cue }).join()).toMatch(/AIGC metadata says nothing/)
    expect(labelProblems('合成语音', '{"Label":"1","ProduceID":"1"}', { cue })).toHaveLength(1)
    expect(labelProblems('合成语音', '{', { cue })).toHaveLength(1)
    const less = JSON.stringify({ ...(JSON.parse(aigc) as object), PropagateID: undefined })
    expect(labelProblems('合成语音', less, { cue })).toHaveLength(1)
    for (const wrong of [undefined, { ...cue, t: '你好。' }, { ...cue, start: 4, end: 6 }])
      expect(labelProblems('合成语音', aigc, { cue: wrong }).join()).toMatch(/does not begin by saying/)
  })

  test('a person’s recording has neither', () => {
    expect(labelProblems('人工录制', undefined, {})).toEqual([])
    expect(labelProblems('人工录制', undefined, undefined)).toEqual([])
    expect(labelProblems('人工录制', aigc, { cue })).toHaveLength(2)
  })

  test('the fallback’s voice is refused in content/media, and allowed where somebody makes their own', () => {
    const espeak = { label: '机器朗读', voice: 'espeak-ng/cmn-latn-pinyin' } as const
    expect(bundledVoiceProblem({ ...espeak, bundled: true })).toMatch(/不进 content\/media；应当先 npm run media:model/)
    expect(bundledVoiceProblem({ ...espeak, bundled: false })).toBeUndefined()
    expect(bundledVoiceProblem({ label: '人工录制', voice: 'human', bundled: true })).toBeUndefined()
  })
})
