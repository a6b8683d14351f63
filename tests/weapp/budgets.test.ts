import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { BUDGETS, costOf } from './costs'
import { bytesAtFull, fullFeed } from './full-feed'
import { MiniPackage } from './harness/package'
import { PhoneStorage } from './harness/storage'
import { addresses, PACKAGE, packagedCatalog } from './subject'
import { veteranStorage } from './veteran'

const mini = new MiniPackage(PACKAGE)
const catalog = packagedCatalog()
let veteran: PhoneStorage

before(async () => {
  veteran = await veteranStorage(catalog)
})

test('the main package and every sub-package are within their bytes', () => {
  assert.ok(mini.bytes('') <= BUDGETS.main, `main package: ${mini.bytes('')} B`)
  let total = mini.bytes('')
  for (const { root } of mini.roots()) {
    assert.ok(mini.bytes(root) <= BUDGETS.subPackage, `${root}: ${mini.bytes(root)} B`)
    total += mini.bytes(root)
  }
  assert.ok(total <= BUDGETS.total, `in all: ${total} B`)
})

test('… and will be when all content is written', t => {
  const full = fullFeed()
  for (const root of ['', ...mini.roots().map(it => it.root)]) {
    const [bytes, budget] = [bytesAtFull(mini, root, full), root === '' ? BUDGETS.main : BUDGETS.subPackage]
    const words = `${root || 'main package'}: ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000}`
    t.diagnostic(words)
    assert.ok(bytes <= budget, words)
  }
})

for (const [who, storage] of [
  ['a new member', () => new PhoneStorage()],
  ['half a year of study', () => veteran.copy()],
] as const) {
  for (const url of addresses(catalog)) {
    test(`${url} and its taps stay within their setData with ${who}`, async () => {
      const cost = await costOf(url, { storage: storage() })
      assert.ok(cost.bytes <= BUDGETS.firstSetData, `first setData: ${cost.bytes} B`)
      for (const { name, opened, bytes } of cost.taps) {
        const budget = opened ? BUDGETS.firstSetData : BUDGETS.tap
        assert.ok(bytes <= budget, `${name}${opened ? ` → ${opened}` : ''}: ${bytes} B`)
      }
      assert.deepEqual(cost.faults, [])
    })
  }
}
