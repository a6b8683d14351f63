import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { tap, words } from './harness/gestures'
import { MiniPackage } from './harness/package'
import { Phone } from './harness/phone'
import { PACKAGE } from './subject'

const TEXT = 'subpackages/settings/licences/text.js'
const packed = new MiniPackage(PACKAGE)

/** Names of packages by the words that go along with them. */
function licences(): Map<string, string> {
  const module = { exports: '' }
  new Function('module', fs.readFileSync(path.join(PACKAGE, TEXT), 'utf8'))(module)
  const parts = module.exports.split(/^—+$/m).map(it => it.trim())
  return new Map(parts.flatMap(part => namesOf(part).map(name => [name, part] as const)))
}

const namesOf = (part: string) =>
  part
    .split('\n')[0]!
    .split('、')
    .map(it => it.replace(/ [^ ]*$/, ''))

test('关于 leads to the software that the package is made of, with its licences', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/settings/about/index')
  await tap(phone, 'to-licences')
  assert.equal(phone.page.route, 'subpackages/settings/licences/index')
  assert.match(words(phone), /@babel\/runtime 7\.[^]*MIT/)
  assert.deepEqual(phone.faults, [])
})

test('what the package is known to hold is named, each with the very words of its licence, in a sub-package', () => {
  const all = licences()
  for (const name of ['react', 'react-reconciler', '@tarojs/runtime', 'zustand', 'dayjs', 'echarts', 'tweetnacl']) {
    const folder = path.join('node_modules', name)
    const file = fs.readdirSync(folder).find(it => /^licen[cs]e/i.test(it))!
    assert.ok(all.get(name)?.includes(fs.readFileSync(path.join(folder, file), 'utf8').trim()), name)
  }
  assert.ok(packed.files('subpackages/settings').some(({ file }) => file === TEXT))
})
