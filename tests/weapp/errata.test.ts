import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { openErrata, sealErrata } from '../../domain/errata/file'
import { signatureCheck, signedBytes, type Ed25519 } from '../../domain/errata/signature'
import { PACKAGE } from './subject'

/** The library as WeChat runs it: with nothing to ask for random numbers, and no module of that name. */
function packagedVerifier(): Ed25519 {
  const code = fs.readFileSync(path.join(PACKAGE, 'feed/signature.js'), 'utf8')
  const module = { exports: {} as { sign: { detached: { verify: Ed25519 } } } }
  const none = (name: string) => {
    throw new Error(`module '${name}' is not defined`)
  }
  new Function('module', 'exports', 'require', 'self', 'crypto', code)(
    module,
    module.exports,
    none,
    undefined,
    undefined,
  )
  return module.exports.sign.detached.verify
}

test('the library in the feed’s package reads the operator’s signature, and asks for nothing', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'jwk' }).x!
  const errata = openErrata(sealErrata({ number: 1, on: '2026-11-24', items: [] }))
  const signature = sign(null, signedBytes(errata), privateKey).toString('base64url')
  const check = signatureCheck(packagedVerifier())
  assert.ok(check(errata, signature, key))
  assert.ok(!check({ ...errata, number: 2 }, signature, key))
})
