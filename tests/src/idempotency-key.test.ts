import { ApiError } from '@/api/client'
import { idempotentSender } from '@/api/idempotency-key'

let mockMade = 0
jest.mock('@tarojs/taro', () => ({}))
jest.mock('@/platform/phone/clock', () => ({ newId: async () => `id ${++mockMade}` }))

/** Answers each sending in turn: an Error is thrown, anything else is the answer. Keeps the ids that came. */
function service(...answers: unknown[]) {
  const ids: string[] = []
  const send = async ({ form }: { form: string }) => {
    ids.push(form)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { ids, send }
}
const lost = new ApiError('连不上', 0, 'offline', true)
const refused = new ApiError('日期不对', 400, 'day', false)
const otherwise = new ApiError('已经送到了', 409, 'form_taken', false)

test('a form keeps its id through lost answers and refusals, and the next form has another', async () => {
  const { ids, send } = service(lost, refused, 'taken', 'taken')
  const form = idempotentSender()
  await expect(form(send)).rejects.toBe(lost)
  await expect(form(send)).rejects.toBe(refused)
  await expect(form(send)).resolves.toBe('taken')
  await form(send)
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).toBe(ids[0])
  expect(ids[3]).not.toBe(ids[0])
})

test('told that the form was taken as it was before a change, the next press sends it as a new one', async () => {
  const { ids, send } = service(lost, otherwise, 'taken')
  const form = idempotentSender()
  await form(send).catch(() => undefined)
  await expect(form(send)).rejects.toBe(otherwise)
  await form(send)
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})
