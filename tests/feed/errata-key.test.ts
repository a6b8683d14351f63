import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nacl from 'tweetnacl/nacl.min.js'
import { newerErrata, sealErrata } from '../../domain/errata/file'
import { signatureCheck } from '../../domain/errata/signature'
import { runErrataKey, SIGNED } from '../../scripts/feed/errata-key'
import { issue, told } from '../domain/errata/feed'

let root: string
let elsewhere: string
let lines: string[]
const run = (...args: string[]) => runErrataKey(args, root, line => lines.push(line))
const said = () => lines.join('\n')
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'operator-'))
  elsewhere = mkdtempSync(path.join(tmpdir(), 'safe-'))
  lines = []
})
afterEach(() => [root, elsewhere].forEach(it => rmSync(it, { recursive: true })))

const KEY = () => path.join(elsewhere, 'errata-key.pem')

/** A key whose public half stands in content/brand.yml. */
function ownKey(): string {
  expect(run('key', KEY())).toBe(0)
  const owner = /errata_key: "([\w-]{43})"/.exec(said())![1]!
  put('content/brand.yml', `errata_key: "${owner}"\n`)
  return owner
}
const errata = issue([{ id: 'a-0001', ...told, hide: true }])
const prepare = (it = errata) => put('dist/errata.json', sealErrata(it))

test('what is signed is what a phone with the public key takes', () => {
  const owner = ownKey()
  prepare()
  expect(run('sign', '--key', KEY())).toBe(0)
  const text = readFileSync(path.join(root, SIGNED), 'utf8')
  expect(newerErrata(text, undefined, owner, signatureCheck(nacl.sign.detached.verify))).toEqual(errata)
})

test('the private key is the operator’s alone, and is not written over', () => {
  ownKey()
  expect(statSync(KEY()).mode & 0o777).toBe(0o600)
  const before = readFileSync(KEY(), 'utf8')
  expect(run('key', KEY())).toBe(1)
  expect(readFileSync(KEY(), 'utf8')).toBe(before)
})

test('a key does not go where git would find it', () => {
  expect(run('key', path.join(root, 'new/key.pem'))).toBe(1)
  expect(said()).toMatch(/不能放在本目录里/)
})

test('another key than the one in content/brand.yml signs nothing', () => {
  ownKey()
  prepare()
  const other = path.join(elsewhere, 'other.pem')
  run('key', other)
  expect(run('sign', '--key', other)).toBe(1)
  expect(said()).toMatch(/手机不会认它签的更正/)
})

test('an issue that no phone would take is not signed, nor is a file that is none', () => {
  ownKey()
  expect(run('sign', '--key', KEY())).toBe(1)
  expect(said()).toMatch(/没有 dist\/errata.json/)
  prepare()
  expect(run('sign', '--key', KEY())).toBe(0)
  expect(run('sign', '--key', KEY())).toBe(1)
  expect(said()).toMatch(/不比签过的第 1 号新/)
  prepare({ ...errata, number: 2 })
  expect(run('sign', '--key', KEY())).toBe(0)
  expect(run('sign', '--key', path.join(elsewhere, 'none.pem'))).toBe(1)
  expect(said()).toMatch(/读不出私钥/)
})

test('what is not understood is told how', () => {
  expect([run(), run('key'), run('sign')]).toEqual([2, 2, 2])
  expect(said()).toMatch(/用法/)
})
