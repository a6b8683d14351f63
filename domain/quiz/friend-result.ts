import { readFriendCode, type FriendCode, type FriendCodeError } from './friend'

/** A friend's message, read. */
export interface FriendMessage {
  code: FriendCode
  /** The code as it is written, when it is one. */
  text?: string
  score?: { correct: number; total: number }
}

const CODE = /[0-9A-Za-z]{4}[\s\-—–]?[0-9A-Za-z]{4}[\s\-—–]?[0-9A-Za-z]{4}(?![0-9A-Za-z])/
const SCORE = /(\d{1,2})\s*[/／]\s*(\d{1,2})(?!\d)/

/** What travels from phone to phone: `ABCD-EFGH-JKMN 8/10`. */
export function friendResult(code: string, correct: number, total: number): string {
  return `${code} ${correct}/${total}`
}

/**
 * Reads a code alone, a result, or a whole message with either in it. A score that cannot be (9/8, 3/0) is left out.
 */
export function readFriendMessage(message: string): FriendMessage {
  const found = CODE.exec(message)?.[0]
  const code = readFriendCode(found ?? message)
  if (!code.ok) return { code }
  const plain = (found ?? message)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  const text = `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
  const [, correct, total] = SCORE.exec(message.replace(found ?? '', ' ')) ?? []
  const score = { correct: Number(correct), total: Number(total) }
  return score.total > 0 && score.correct <= score.total ? { code, text, score } : { code, text }
}

/** What is wrong with a code, and what to do. */
export const CODE_ERRORS: Record<FriendCodeError, string> = {
  length: '好友码一共十二位，像 ABCD-EFGH-JKMN。请数一数，再输一次',
  characters: '好友码里只有数字和英文字母。请对照朋友发来的再输一次',
  checksum: '好友码里有一位不对。请对照朋友发来的再输一次',
}
