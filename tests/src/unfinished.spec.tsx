import './build-constants'
import { note } from '@domain/review/notebook'
import { useMember } from '@/stores/member'
import { useQuizSession } from '@/stores/quiz-session'
import { useUnfinished } from '@/stores/unfinished'
import { forgetHeld } from '@/storage/erasure'
import { expectedOf } from '@domain/quiz/grade'
import { pool } from '../domain/quiz/pool'
import { memoryKeyValue } from './memory-key-value'

const mockKv = memoryKeyValue()
jest.mock('@/storage/key-value', () => ({ openKeyValue: async () => mockKv }))
jest.mock('@/platform/phone/phone', () => jest.requireActual('./mocks/phone'))
jest.mock('@/feed/aliases', () => ({ aliasesFor: async () => ({}) }))

const { start, leave, handIn, give } = useQuizSession.getState()
const { look, discard } = useUnfinished.getState()
const five = pool.slice(0, 5)
const begin = () => start({ mode: 'daily', seed: 'daily-2026-11-29', title: '每日五题' }, five)
const session = () => useQuizSession.getState().session
const unfinished = () => useUnfinished.getState().unfinished

beforeEach(async () => {
  await discard()
  await useMember.getState().settled()
})

test('a session that begins, goes on and is left is what first pages offer, and is none once it is handed in', async () => {
  await begin()
  expect(unfinished()).toMatchObject({ title: '每日五题', answered: 0, total: 5 })
  give(expectedOf(five[0]!))
  expect(unfinished()?.answered).toBe(1)
  await leave()
  await look()
  expect(unfinished()).toMatchObject({ answered: 1 })
  handIn()
  expect(unfinished()).toBeUndefined()
})

test('a session that is thrown away on another page is open no more, and the phone has none', async () => {
  await begin()
  await leave()
  await discard()
  expect(session()).toBeUndefined()
  await look()
  expect(unfinished()).toBeUndefined()
  expect(await useQuizSession.getState().resume(five)).toBe(false)
})

test('a session of an earlier start is found on the phone', async () => {
  await begin()
  await leave()
  useQuizSession.setState({ session: undefined })
  useUnfinished.setState({ here: false, unfinished: undefined })
  await look()
  expect(unfinished()).toMatchObject({ title: '每日五题' })
  expect(await useQuizSession.getState().resume(five)).toBe(true)
})

test('what is erased is open no more, and its window says that it is gone', async () => {
  await begin()
  await forgetHeld()
  expect([session(), unfinished(), useQuizSession.getState().lost]).toEqual([undefined, undefined, true])
})

test('an answer comes into the notebook, and none without its rule', async () => {
  await begin()
  give(['nothing that is right'])
  await useMember.getState().settled()
  expect(Object.keys(useMember.getState().notebook)).toEqual([five[0]!.id])
  const answer = { question: five[1]!.id, hash: 'h', shelf: five[1]!.shelf, given: ['x'], correct: false }
  const act = { kind: 'answer', run: 'r', mode: 'daily', answer } as never
  await useMember.getState().record([act])
  expect(useMember.getState().problem).toMatch(/rule of the notebook/)
  await useMember.getState().record([act], note)
  expect(Object.keys(useMember.getState().notebook)).toHaveLength(2)
})
