import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOne, answerWrong } from './answering'
import { tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { select, wordsOf } from './harness/tree'
import { PACKAGE } from './subject'

const QUIZ = 'subpackages/exam/run/index?mode=practice&shelf=new-democratic'
const stem = (phone: Phone) => wordsOf(select(phone.root, '.question__stem')[0]!)

test('an unfinished quiz survives a kill and is finished afterwards', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(QUIZ)
  await answerOne(phone)
  await tap(phone, 'next')
  await answerOne(phone)
  await tap(phone, 'next')
  const third = stem(phone)
  const again = phone.kill()
  await again.launch('pages/home/index')
  assert.match(words(again), /继续答 · .*答了 2 题，还有 3 题/s)
  await tap(again, 'continue')
  assert.equal(stem(again), third)
  await answerWrong(again)
  assert.match(words(again), /答对，共 5 题/)
  await again.go('pages/home/index')
  assert.doesNotMatch(words(again), /继续答/)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('an answer in the making is not an answer', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(QUIZ)
  await tap(phone, 'option-a')
  const again = phone.kill()
  await again.launch('pages/home/index')
  assert.doesNotMatch(words(again), /继续答/, 'nothing would be lost without it')
})

test('leaving by the way back keeps the quiz', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('pages/quiz/index')
  await tap(phone, 'daily')
  await answerOne(phone)
  await tap(phone, 'back')
  assert.equal(phone.page.route, 'pages/quiz/index')
  assert.match(words(phone), /有一次没答完/)
  await tap(phone, 'resume')
  assert.match(words(phone), /答对了|答错了/)
})

test('an answer says why, and leads to the words that prove it', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(QUIZ)
  await answerOne(phone)
  assert.match(words(phone), /答对了|答错了/)
  await tap(phone, 'proof')
  assert.equal(phone.page.route, 'subpackages/reader/article/index')
  assert.equal(select(phone.root, '.rich-text--marked').length, 1)
  assert.deepEqual(phone.faults, [])
})
