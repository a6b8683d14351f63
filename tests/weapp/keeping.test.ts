import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { PhoneStorage } from './harness/storage'
import { answerOne } from './answering'
import { PACKAGE } from './subject'

const QUIZ = 'subpackages/exam/run/index?mode=practice&shelf=new-democratic'

test('full storage is told and is not fatal', async () => {
  const storage = new PhoneStorage()
  const phone = new Phone(PACKAGE, { storage })
  await phone.launch(QUIZ)
  storage.fill(0)
  await answerOne(phone)
  assert.match(words(phone), /手机存储满了，刚才的没有存下来/)
  await phone.go('pages/home/index')
  assert.match(words(phone), /手机存储满了/)
  assert.match(words(phone), /本周已学 0\s天/)
  await phone.go('subpackages/reader/article/index?id=a-0001')
  assert.match(words(phone), /要点/)
  assert.deepEqual(phone.faults, [])
})

test('a full phone still starts', async () => {
  const storage = new PhoneStorage()
  storage.fill(0)
  const phone = new Phone(PACKAGE, { storage })
  await phone.launch()
  assert.match(words(phone), /党史上的今天/)
  assert.deepEqual(phone.faults, [])
})

for (const [what, raw] of [
  ['cut short', '{"q-00001":{"q":'],
  ['of another shape', '[1,2,3]'],
] as const) {
  test(`a record that is ${what} is set aside, told, and kept`, async () => {
    const storage = new PhoneStorage()
    const phone = new Phone(PACKAGE, { storage })
    await phone.launch(QUIZ)
    await answerOne(phone)
    const key = storage.keys().find(name => name.startsWith('kv/days/'))!
    storage.set(key, raw)
    const again = phone.kill()
    await again.launch()
    assert.match(words(again), /有 1 段旧记录读不出来/)
    const kept = storage.keys().filter(name => name.startsWith('kv/aside/'))
    assert.equal(kept.length, 1)
    assert.equal(JSON.parse(storage.get(kept[0]!) as string), raw)
    await again.go(QUIZ)
    await answerOne(again)
    assert.deepEqual(again.faults, [])
  })
}

test('a store of a newer version is left alone and told', async () => {
  const storage = new PhoneStorage()
  storage.set('kv/meta', JSON.stringify({ schema: 99 }))
  storage.set('kv/days/2026-11', '"of the future"')
  const phone = new Phone(PACKAGE, { storage })
  await phone.launch()
  assert.match(words(phone), /更新的版本/)
  assert.equal(storage.get('kv/days/2026-11'), '"of the future"')
})

test('erasing leaves nothing but settings', async () => {
  const storage = new PhoneStorage()
  const phone = new Phone(PACKAGE, { storage })
  await phone.launch(QUIZ)
  await answerOne(phone)
  await phone.go('subpackages/settings/settings/index')
  await tap(phone, 'erase')
  await tap(phone, 'dialog-confirm')
  assert.match(words(phone), /已经全部清除/)
  assert.deepEqual(
    storage.keys().filter(key => key.startsWith('kv/')),
    ['kv/meta'],
  )
})
