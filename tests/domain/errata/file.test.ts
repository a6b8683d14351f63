import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import nacl from 'tweetnacl/nacl.min.js'
import { errataFaults } from '../../../domain/errata/check'
import type { Errata } from '../../../domain/errata/errata'
import { ErrataError, newerErrata, openErrata, sealErrata } from '../../../domain/errata/file'
import { signatureCheck, signedBytes } from '../../../domain/errata/signature'
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

describe('a file that comes from a host', () => {
  const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
  const publicOf = ({ publicKey }: typeof own) => publicKey.export({ format: 'jwk' }).x!
  const signed = (it: Errata, by = own) =>
    sealErrata(it, sign(null, signedBytes(it), by.privateKey).toString('base64url'))
  const take = (text: string, applied?: Errata, key = publicOf(own)) =>
    newerErrata(text, applied, key, signatureCheck(nacl.sign.detached.verify))

  test('is taken when the operator has signed it, and only then', () => {
    expect(take(signed(errata))).toEqual(errata)
    expect(() => take(sealErrata(errata))).toThrow('没有签名')
    expect(() => take(signed(errata, other))).toThrow('签名不是本单位的')
    expect(() => take(signed(errata), undefined, publicOf(other))).toThrow('签名不是本单位的')
    expect(() => take(sealErrata(errata, 'short'))).toThrow('签名不是本单位的')
    for (const key of ['', 'short', 'A'.repeat(43)]) expect(() => take(signed(errata), undefined, key)).toThrow('签名')
  })

  test('is refused when a signature that is good stands over other corrections', () => {
    const { signature } = JSON.parse(signed(errata)) as { signature: string }
    expect(() => take(sealErrata({ ...errata, number: errata.number + 1 }, signature))).toThrow('签名不是本单位的')
    expect(() => take(sealErrata({ ...errata, items: errata.items.slice(1) }, signature))).toThrow('签名不是本单位的')
  })

  test('is left alone when it is not newer than the one in force, signed or not', () => {
    expect(take(signed(errata), { ...errata, number: 2 })).toBeUndefined()
    expect(take(signed(errata), errata)).toBeUndefined()
    expect(take(sealErrata(issue([], 0)))).toBeUndefined()
  })

  test('has a number that leaves room for all that follow', () => {
    for (const number of [-1, 1.5, 10_000, Number.MAX_SAFE_INTEGER]) {
      expect(() => take(signed({ ...errata, number }))).toThrow('number 应当是 0 到 9999 的整数')
    }
    expect(take(signed({ ...errata, number: 9_999 }))?.number).toBe(9_999)
  })
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
