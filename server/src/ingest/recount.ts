import type { MemberEvent } from '../../../domain/progress/events'
import type { MemberDay, MemberItem } from '../../../domain/progress/summaries'
import { regrade } from '../../../domain/quiz/regrade'
import { coveredShare } from '../../../domain/progress/coverage'
import { ARTICLE_REACHED, EPISODE_PLAYED, articleFloorSeconds } from '../../../domain/progress/finish'
import { foldAll } from '../../../domain/progress/fold'
import { type ProgressState, emptyProgress } from '../../../domain/progress/state'
import type { OwnFeed } from '../feed/own-feed'
import type { Candidate } from './classify'

/** The part of a member's state that is kept in one record. */
export type Summary = Pick<ProgressState, 'sets' | 'tally' | 'bests' | 'favourites'>

export interface Known {
  items: Record<string, MemberItem>
  summary: Summary
  /** Days in the branch the events count for: `onTime` earn, `late` only stand in totals. */
  onTime: Record<string, MemberDay>
  late: Record<string, MemberDay>
}

export interface Recount {
  /** What counts, as it is stored: regraded. */
  accepted: Candidate[]
  /** Finishes that nothing on record supports. */
  refused: Candidate[]
  next: Known
}

/** The phone's file may be a little shorter than the service's copy says; this much of the rule must be met. */
const SLACK = 0.8

/** What a new member has. */
export function emptySummary(): Summary {
  const { sets, tally, bests, favourites } = emptyProgress()
  return { sets, tally, bests, favourites }
}

/**
 * Counts fresh events into what is known, with the app's own fold, after grading answers again and checking each finish
 * against the reading on record. `known` is left as it was.
 */
export function recount(known: Known, fresh: readonly Candidate[], feed: OwnFeed): Recount {
  const own = fresh.map(candidate => ({ ...candidate, event: graded(candidate.event, feed) }))
  const acts = own.filter(({ event }) => event.kind !== 'finish')
  let next = fold(known, acts)
  const refused: Candidate[] = []
  const finishes: Candidate[] = []
  for (const candidate of own) {
    if (candidate.event.kind !== 'finish') continue
    const item = next.items[candidate.event.item]
    if (!finished(item, candidate.event.item, feed)) refused.push(candidate)
    // A late finish never takes the count away from the day that has earned it.
    else if (!(candidate.late && item?.finishedAt !== undefined)) finishes.push(candidate)
  }
  next = fold(next, finishes)
  return { accepted: own.filter(candidate => !refused.includes(candidate)), refused, next }
}

function graded(event: MemberEvent, feed: OwnFeed): MemberEvent {
  if (event.kind !== 'answer') return event
  return regrade(event, feed.questions.get(event.answer.question), feed.aliases)
}

function fold(known: Known, events: readonly Candidate[]): Known {
  const pass = (from: Known, late: boolean): Known => {
    const own = events.filter(candidate => candidate.late === late).map(({ event }) => event)
    if (own.length === 0) return from
    const days = late ? from.late : from.onTime
    const {
      sets,
      tally,
      bests,
      favourites,
      items,
      days: counted,
    } = foldAll({ ...emptyProgress(), ...from.summary, items: from.items, days }, own)
    return { ...from, items, summary: { sets, tally, bests, favourites }, [late ? 'late' : 'onTime']: counted }
  }
  return pass(pass(known, false), true)
}

/** An item the service's copy of the feed lacks is believed: the phone may have a newer feed. */
function finished(item: MemberItem | undefined, id: string, feed: OwnFeed): boolean {
  const chars = feed.chars.get(id)
  const seconds = feed.seconds.get(id)
  if (chars === undefined && seconds === undefined) return true
  if (!item) return false
  if (chars !== undefined) {
    return item.reached >= ARTICLE_REACHED * SLACK && item.seconds >= articleFloorSeconds(chars) * SLACK
  }
  return coveredShare(item.covered ?? [], seconds!) >= EPISODE_PLAYED * SLACK
}
