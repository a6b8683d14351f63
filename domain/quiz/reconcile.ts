import type { Question } from '../catalog/types'
import { MODES } from './modes'
import { seeded, shuffle } from './random'
import { type QuizSession, slotFor } from './session'
import { sorted } from './select'

/** What a new feed did to a session in progress, by question id. */
export interface Reconciliation {
  session: QuizSession
  /** Answered already, under a wording that has changed or gone: the answer stands. */
  kept: string[]
  /** Not answered yet (or still open to change) and worded anew: will be asked as it is now. */
  updated: string[]
  /** Gone, another of the same shelf and type in its place. */
  replaced: { was: string; now: string }[]
  /** Gone without a replacement. */
  dropped: string[]
}

/**
 * Fits a saved session to the questions of today's feed. Equal content hashes change nothing. Never finishes or scores the
 * session; if every question has gone, `session.slots` is empty and the session can only be put away.
 */
export function reconcile(session: QuizSession, pool: readonly Question[]): Reconciliation {
  const out: Reconciliation = { session, kept: [], updated: [], replaced: [], dropped: [] }
  if (session.state === 'finished') return out
  const { feedback, replaceDropped } = MODES[session.mode]
  const known = new Map(pool.map(q => [q.id, q]))
  const taken = new Set(session.slots.map(s => s.question))
  const spare = replaceDropped ? shuffle(sorted(pool), seeded(`spare:${session.seed}`)) : []
  let at = session.at
  const slots = session.slots.flatMap((slot, i) => {
    const question = known.get(slot.question)
    if (question?.hash === slot.hash) return [slot]
    if (feedback && slot.given) {
      out.kept.push(slot.question)
      return [slot]
    }
    if (question) {
      out.updated.push(slot.question)
      return [{ ...slotFor(question, session.mode, session.seed), ...(slot.marked ? { marked: slot.marked } : {}) }]
    }
    const other = spare.find(q => q.shelf === slot.shelf && q.type === slot.type && !taken.has(q.id))
    if (other) {
      taken.add(other.id)
      out.replaced.push({ was: slot.question, now: other.id })
      return [slotFor(other, session.mode, session.seed)]
    }
    out.dropped.push(slot.question)
    if (i < session.at) at -= 1
    return []
  })
  out.session = { ...session, slots, at: Math.max(0, Math.min(at, slots.length - 1)) }
  return out
}
