import fc from 'fast-check'
import type { SearchDocument } from '@domain/search/documents'
import { soundingNames } from '@domain/search/names-like'
import { difference, type Sounds } from '@domain/search/pinyin'

/** Few characters, so that they sound alike often; one has two readings, one has none. */
const SOUNDS: Sounds = new Map([
  ['遵', ['zun']],
  ['尊', ['zun']],
  ['义', ['yi']],
  ['一', ['yi']],
  ['会', ['hui', 'kuai']],
  ['快', ['kuai']],
  ['议', ['yi']],
])
const name = fc
  .array(fc.constantFrom('遵', '尊', '义', '一', '会', '快', '议', '1'), { minLength: 1, maxLength: 6 })
  .map(units => units.join(''))
const entry = (names: string[], i: number): SearchDocument => ({
  id: `x-${i}`,
  kind: 'event',
  title: names[0]!,
  names,
  lines: [],
  plain: '',
  date: '1935',
  cites: [],
})

/** The slow, obvious way: a word is laid over every place of every name. */
function everywhere(word: string, names: string[]): string[] {
  const cost = new Map<string, number>()
  for (const it of names) {
    for (let at = 0; at + word.length <= it.length; at++) {
      const differs = difference(word, it, at, SOUNDS)
      if (!differs) continue
      const whole = it.length === word.length && word.length >= 4 && differs.form === 1
      if (differs.sound === 0 ? differs.form <= Math.ceil(word.length / 2) : whole)
        cost.set(it.slice(at, at + word.length), differs.sound * 10 + differs.form)
    }
  }
  return [...cost].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([it]) => it)
}

test('names that sound like a word are found without a walk over all of them', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), name, (names, word) => {
      const found = soundingNames(
        word,
        names.map((it, i) => entry([it], i)),
        SOUNDS,
      )
      expect(found).toEqual(word.length < 2 ? [] : everywhere(word, names).slice(0, 4))
    }),
  )
})
