import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import { readFriendCode } from '@domain/quiz/friend'
import { askedSlots, type QuizSession } from '@domain/quiz/session'
import { now } from '@/platform/phone/clock'
import { memberKeyValue } from '@/storage/records'

export interface Score {
  correct: number
  total: number
}
export interface FriendChallengeRecord {
  code: string
  at: number
  mine?: Score
  theirs?: Score
}

const KEY = 'friends'
const KEPT = 20

interface FriendStore {
  /** Newest first. */
  challenges: FriendChallengeRecord[]
  load(): Promise<void>
  /** Adds to what is known of a challenge. */
  put(code: string, known: Partial<Pick<FriendChallengeRecord, 'mine' | 'theirs'>>): Promise<void>
}

/** Challenges made and received, with both results as far as they are known. Only on this phone. */
export const useFriends = create<FriendStore>(set => ({
  challenges: [],
  load: async () => {
    const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
    set({ challenges: Array.isArray(stored) ? (stored as FriendChallengeRecord[]) : [] })
  },
  put: async (code, known) => {
    await (
      await memberKeyValue()
    ).update([KEY], values => {
      const stored = (values.get(KEY) as FriendChallengeRecord[] | undefined) ?? []
      const was = stored.find(it => it.code === code) ?? { code, at: now() }
      const challenges = [{ ...was, ...known }, ...stored.filter(it => it.code !== code)].slice(0, KEPT)
      set({ challenges })
      return new Map([[KEY, challenges]])
    })
  },
}))
joinErasure(useFriends, { reread: () => useFriends.getState().load() })

/** The code that a session of 好友挑战 answers, while it is remembered. */
export function codeOf(run: QuizSession, challenges: readonly FriendChallengeRecord[]): string | undefined {
  return challenges.find(({ code }) => {
    const read = readFriendCode(code)
    return read.ok && read.challenge.seed === run.seed
  })?.code
}

/** One's own result counts once: a second session over the same questions changes nothing. */
export async function keepFriendScore(run: QuizSession): Promise<void> {
  const { load, put } = useFriends.getState()
  await load()
  const { challenges } = useFriends.getState()
  const code = codeOf(run, challenges)
  if (!code || challenges.find(it => it.code === code)?.mine) return
  const asked = askedSlots(run)
  await put(code, { mine: { correct: asked.filter(slot => slot.correct).length, total: asked.length } })
}
