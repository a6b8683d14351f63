import fc from 'fast-check'
import { errataFaults } from '../../../domain/errata/check'
import type { Errata } from '../../../domain/errata/errata'
import { ErrataError, newerErrata, openErrata, sealErrata } from '../../../domain/errata/file'
import { issue, told } from './feed'

const errata = issue([
  { id: 'a-0001', ...told, texts: [{ was: '十二', now: '十三' }] },
  { id: 'q-00001', ...told, answer: [['一九二一年', '1921年']] },
  { id: 'e-0001', ...told, hide: true },
])

test('what was sealed opens as it was', () => {
  expect(openErrata(sealErrata(errata))).toEqual(errata)
})

test('one character changed on the way is noticed, wherever it was', () => {
  const sealed = sealErrata(errata)
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('0', 'x', '"', '三', ' ', ''), (at, other) => {
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      let opened: Errata | undefined
      try {
        opened = openErrata(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(ErrataError)
      }
      // Space between the fields is no part of what was corrected.
      if (opened) expect(opened).toEqual(errata)
    }),
    { numRuns: 1000 },
  )
})

test('half a file, another file, and a file of a later format are refused with the reason', () => {
  const sealed = sealErrata(errata)
  expect(() => openErrata(sealed.slice(0, sealed.length / 2))).toThrow('更正文件不完整')
  expect(() => openErrata('<!doctype html><p>404</p>')).toThrow('更正文件不完整')
  expect(() => openErrata('null')).toThrow('格式不认识')
  expect(() => openErrata(sealed.replace('"schema": 1', '"schema": 2'))).toThrow('格式不认识')
  expect(() => openErrata(sealed.replace('十三', '十四'))).toThrow('校验码不符')
  expect(() => openErrata(' '.repeat(300_000))).toThrow('太大')
})

test('an issue that is not newer than the one in force is left alone', () => {
  expect(newerErrata(sealErrata(errata), undefined)).toEqual(errata)
  expect(newerErrata(sealErrata(errata), { ...errata, number: 2 })).toBeUndefined()
  expect(newerErrata(sealErrata(errata), errata)).toBeUndefined()
  expect(newerErrata(sealErrata(issue([], 0)), undefined)).toBeUndefined()
})

test.each([
  [{ id: 'x 1', ...told, hide: true }, 'items.0.id', /编号/],
  [{ id: 'zunyi-huiyi', ...told, hide: true }, 'items.0.hide', /只能更正/],
  [{ id: 'a-0001', ...told }, 'items.0', /什么也没改/],
  [{ id: 'a-0001', ...told, hide: true, date: '1921' }, 'items.0.hide', /不必再更正/],
  [{ id: 'a-0001', ...told, date: '1921-13' }, 'items.0.date', /1921-07/],
  [{ id: 'a-0001', ...told, date: '1921-02-30' }, 'items.0.date', /1921-07/],
  [{ id: 'q-00001', ...told, date: '1921' }, 'items.0.date', /只有文章/],
  [{ id: 'a-0001', ...told, answer: 'a' }, 'items.0.answer', /只有题目/],
  [{ id: 'q-00001', ...told, answer: [] }, 'items.0.answer', /照题目文件/],
  [{ id: 'a-0001', ...told, texts: [{ was: '同', now: '同' }] }, 'items.0.texts', /不同/],
  [{ id: 'a-0001', on: '昨天', note: '', hide: true }, 'items.0.on', /日期/],
  [{ id: 'a-0001', ...told, title: '新题' }, 'items.0.title', /没有 title/],
])('a correction that cannot be meant is told with its place: %j', (item, path, words) => {
  const faults = errataFaults({ number: 1, on: '2026-11-24', items: [item] })
  expect(faults.find(it => it.path === path)?.message).toMatch(words)
})

test('an id corrected twice is told', () => {
  const [item] = errata.items
  expect(errataFaults(issue([item!, item!]))).toEqual([
    { path: 'items.1.id', message: 'a-0001 写了两次；应当合成一条' },
  ])
})
