import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BUDGETS } from './costs'
import { byName, controls, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { PACKAGE } from './subject'

const EXAM = 'subpackages/exam/run/index?mode=exam&seed=paper'

test('an exam of fifty questions stays within a tap’s bytes from the first answer to handing in', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EXAM)
  assert.ok(phone.recorder.since(0).bytes <= BUDGETS.firstSetData)
  const heavy: string[] = []
  const press = async (id: string) => {
    const { bytes } = await tap(phone, id)
    if (bytes > BUDGETS.tap) heavy.push(`${id}: ${bytes} B`)
  }
  for (let i = 0; i < 10; i++) {
    const option = controls(phone).find(node => node.id.startsWith('option-'))
    if (option) await press(option.id)
    if (i === 3) await press('mark')
    await press('step-forward')
  }
  for (const id of ['pause', 'go-on', 'sheet', 'cell-40', 'sheet', 'hand-in']) await press(id)
  assert.deepEqual(heavy, [])
  // A page of its own opens, with a page's budget.
  const { bytes } = await tap(phone, 'dialog-confirm')
  assert.equal(phone.page.route, 'subpackages/exam/result/index')
  assert.ok(bytes <= BUDGETS.firstSetData, `${bytes} B`)
  assert.match(words(phone), /共 50 题/)
  for (let i = 0; i < 3; i++) {
    const { bytes } = await tap(phone, 'more-reviewed')
    assert.ok(bytes <= BUDGETS.tap, `more of what was wrong: ${bytes} B`)
  }
  assert.deepEqual(phone.faults, [])
})

test('an exam that was killed goes on with its answers and its mark', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EXAM)
  while (!controls(phone).some(node => node.id.startsWith('option-'))) await tap(phone, 'step-forward')
  await tap(
    phone,
    controls(phone).find(node => node.id.startsWith('option-'))!,
  )
  await tap(phone, 'mark')
  const again = phone.kill()
  await again.launch(EXAM)
  assert.match(words(again), /答题卡 1\/50/)
  assert.match(words(again), /已标记/)
})

test('choosing persons in the practice chooser stays within a tap’s bytes', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/exam/practice/index')
  for (const name of ['人物', '难易', '系列', '书架']) {
    const { bytes } = await tap(phone, byName(phone, name))
    assert.ok(bytes <= BUDGETS.tap, `${name}: ${bytes} B`)
  }
})
