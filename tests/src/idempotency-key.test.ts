import type { Idempotent } from '@domain/contract/idempotency-key'
import { ApiError } from '@/api/client'
import { idempotentSender } from '@/api/idempotency-key'

let mockMade = 0
jest.mock('@tarojs/taro', () => ({}))
jest.mock('@/platform/phone/clock', () => ({ newId: async () => `id ${++mockMade}` }))

/** Answers each sending in turn: an Error is thrown, anything else is the answer. Keeps the keys that came. */
function service(...answers: unknown[]) {
  const keys: string[] = []
  const send = async ({ form: key }: Idempotent) => {
    keys.push(key)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { keys, send }
}
const lost = new ApiError('连不上', 0, 'offline', true)
const refused = new ApiError('日期不对', 400, 'day', false)
const otherwise = new ApiError('已经送到了', 409, 'form_taken', false)

test('a request keeps its key through lost answers and refusals, and the next one has another', async () => {
  const { keys, send } = service(lost, refused, 'taken', 'taken')
  const sender = idempotentSender()
  await expect(sender(send)).rejects.toBe(lost)
  await expect(sender(send)).rejects.toBe(refused)
  await expect(sender(send)).resolves.toBe('taken')
  await sender(send)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).toBe(keys[0])
  expect(keys[3]).not.toBe(keys[0])
})

test('told that it was taken as it was before a change, the next press sends it under a new key', async () => {
  const { keys, send } = service(lost, otherwise, 'taken')
  const sender = idempotentSender()
  await sender(send).catch(() => undefined)
  await expect(sender(send)).rejects.toBe(otherwise)
  await sender(send)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})
