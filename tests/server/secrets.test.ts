import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { loadKeys } from '../../server/src/auth/keys'
import { readConfig } from '../../server/src/config'
import { writeWhole } from '../../server/postgres/place'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-keys-'))
after(() => fs.rmSync(dir, { recursive: true, force: true }))
const load = () => loadKeys(readConfig({ DATA_DIR: dir }))
const file = path.join(dir, 'secrets.json')

test('secrets are made once, for nobody else to read', () => {
  const made = load()
  assert.deepEqual(load(), made)
  assert.equal(fs.statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(fs.readdirSync(dir).sort(), ['certificate-key', 'secrets.json'])
  assert.equal(fs.statSync(path.join(dir, 'certificate-key')).mode & 0o777, 0o600)
})

test('damaged secrets are not made anew: the words say what is lost without them', () => {
  for (const text of ['', '{"jwt":"x"', '{"jwt":"x"}']) {
    fs.writeFileSync(file, text)
    assert.throws(load, /损坏了.*备份/)
    assert.equal(fs.readFileSync(file, 'utf8'), text)
  }
})

test('a secret that does not fit on the disk leaves no empty file behind', () => {
  // /dev/full takes nothing, as a full disk does.
  const half = path.join(dir, `password.${process.pid}`)
  fs.symlinkSync('/dev/full', half)
  assert.throws(() => writeWhole(path.join(dir, 'password'), 'x'), /ENOSPC/)
  assert.ok(!fs.existsSync(path.join(dir, 'password')))
  assert.ok(!fs.existsSync(half))
})

test('of two who make a secret at once both use the first', () => {
  const password = path.join(dir, 'password')
  writeWhole(password, 'first')
  writeWhole(password, 'second')
  assert.equal(fs.readFileSync(password, 'utf8'), 'first')
})
