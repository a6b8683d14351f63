import fc from 'fast-check'
import { friendCode } from '@domain/quiz/friend'
import { friendResult, readFriendMessage } from '@domain/quiz/friend-result'

const code = friendCode(123_456_789, '1007b928919de2cd')

describe('what friends send each other', () => {
  test('a result is read back as it was written, whatever code and score', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30 - 1), fc.nat(10), (entropy, correct) => {
        const sent = friendCode(entropy, '1007b928919de2cd')
        const read = readFriendMessage(friendResult(sent, correct, 10))
        expect(read).toMatchObject({ code: { ok: true }, text: sent, score: { correct, total: 10 } })
      }),
    )
  })

  test('code and score are found inside a whole message, in any case and with other dashes', () => {
    const message = `我的成绩：${code.toLowerCase().replace(/-/g, '—')} 8／10，你也来`
    expect(readFriendMessage(message)).toMatchObject({ text: code, score: { correct: 8, total: 10 } })
  })

  test('a code alone has no score', () => {
    expect(readFriendMessage(code.replace(/-/g, ''))).toEqual({
      code: { ok: true, challenge: expect.anything() },
      text: code,
    })
  })

  test('a score that cannot be is left out', () => {
    for (const score of ['11/10', '3/0']) expect(readFriendMessage(`${code} ${score}`).score).toBeUndefined()
  })

  test('what is no code says why', () => {
    expect(readFriendMessage('你好').code).toEqual({ ok: false, error: 'length' })
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect(readFriendMessage(`${wrong} 8/10`).code).toEqual({ ok: false, error: 'checksum' })
  })
})
