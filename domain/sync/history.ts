import type { MemberEvent } from '../progress/events'
import type { MemberDay, MemberItem, ShelfTally } from '../progress/summaries'
import { cover } from '../progress/coverage'
import { foldAll } from '../progress/fold'
import { emptyDay, emptyProgress, isArticle, type ProgressState } from '../progress/state'

/** `GET /v1/me/history`: the summaries the service has counted from what it was sent. */
export interface History extends Pick<ProgressState, 'sets' | 'tally' | 'bests' | 'favourites'> {
  items: MemberItem[]
  days: MemberDay[]
  /** Days of events that came too late to earn anything; the member's own totals hold them all the same. */
  late: MemberDay[]
}

const SUMS = ['read_seconds', 'listen_seconds', 'watch_seconds', 'answers', 'correct_answers', 'reviews'] as const

/**
 * Joins what the service knows into a phone's summaries. `pending` are the phone's events that the service has certainly
 * not counted. Of everything else nobody can tell which side has it, so each sum becomes the larger of the two:
 * exact where all of the phone's other events were uploaded, never counted twice, and the same when joined again.
 * `local` is left as it was; what the service does not keep (`recent`, `seen`, `horizon`) stays the phone's.
 */
export function joinHistory(local: ProgressState, pending: readonly MemberEvent[], history: History): ProgressState {
  const own = foldAll(emptyProgress(), pending)
  const known = historyState(history)
  const items = joinRecords(local.items, known.items, (a, b) => joinItem(a, b, own.items[(a ?? b)!.item]))
  const sets = joinRecords(local.sets, known.sets, earliest)
  return {
    ...local,
    items,
    sets,
    days: joinDays(local, known, own, { items, sets }),
    tally: joinTally(local.tally, known.tally, own.tally),
    bests: joinRecords(local.bests, known.bests, (a = 0, b = 0) => Math.max(a, b)),
    favourites: joinRecords(local.favourites, known.favourites, (a, b) => {
      if (!a || !b) return (a ?? b)!
      return b.at > a.at || (b.at === a.at && b.on) ? b : a
    }),
  }
}

type Known = Pick<ProgressState, 'items' | 'days' | 'sets' | 'tally' | 'bests' | 'favourites'>

function historyState({ items, days, late, sets, tally, bests, favourites }: History): Known {
  const all: Record<string, MemberDay> = {}
  for (const day of [...days, ...late]) {
    const sum = { ...(all[day.day] ?? emptyDay(day.day)) }
    for (const key of [...SUMS, 'new_articles', 'new_episodes', 'new_sets'] as const) sum[key] += day[key]
    sum.items = [...new Set([...sum.items, ...day.items])].sort()
    all[day.day] = sum
  }
  return { items: Object.fromEntries(items.map(it => [it.item, it])), days: all, sets, tally, bests, favourites }
}

/** `pending + max(local − pending, known)`: what is waiting is new to the service, the rest may be on both sides. */
const joinSum = (local = 0, known = 0, pending = 0) => pending + Math.max(local - pending, known)

function joinItem(local: MemberItem | undefined, known: MemberItem | undefined, pending?: MemberItem): MemberItem {
  const { item } = (local ?? known)!
  const both = [local, known].filter(it => it !== undefined)
  const finished = both.filter(it => it.finishedAt !== undefined)
  const finish = finished.reduce<{ at: number; day: string } | undefined>(
    (best, it) => earliest(best, { at: it.finishedAt!, day: it.finishedDay! }),
    undefined,
  )
  const positions = both.flatMap(it => it.position ?? [])
  const position = positions.reduce<(typeof positions)[number] | undefined>(
    (best, it) => (!best || it.at > best.at || (it.at === best.at && it.second > best.second) ? it : best),
    undefined,
  )
  const covered = both.flatMap(it => it.covered ?? [])
  return {
    item,
    firstAt: Math.min(...both.map(it => it.firstAt)),
    lastAt: Math.max(...both.map(it => it.lastAt)),
    seconds: joinSum(local?.seconds, known?.seconds, pending?.seconds),
    reached: Math.max(...both.map(it => it.reached)),
    ...(position ? { position } : {}),
    ...(both.some(it => it.covered)
      ? { covered: covered.reduce<[number, number][]>((all, [from, to]) => cover(all, from, to), []) }
      : {}),
    ...(finish ? { finishedAt: finish.at, finishedDay: finish.day } : {}),
  }
}

/** A first time that one side put on a later day moves to the earlier one, and is counted there only. */
function joinDays(
  local: Known,
  known: Known,
  own: Known,
  joined: Pick<Known, 'items' | 'sets'>,
): Record<string, MemberDay> {
  const finishes = new Map<string, string[]>()
  for (const { item, finishedDay } of Object.values(joined.items)) {
    if (finishedDay !== undefined) finishes.set(finishedDay, [...(finishes.get(finishedDay) ?? []), item])
  }
  const handedIn = (sets: Known['sets'], day: string) => Object.keys(sets).filter(name => sets[name]!.day === day)
  const names = [...Object.keys(local.days), ...Object.keys(known.days), ...finishes.keys()]
  const days: Record<string, MemberDay> = {}
  for (const day of new Set([...names, ...Object.values(joined.sets).map(it => it.day)])) {
    const [a, b] = [local.days[day] ?? emptyDay(day), known.days[day] ?? emptyDay(day)]
    const next = emptyDay(day)
    for (const key of SUMS) next[key] = joinSum(a[key], b[key], own.days[day]?.[key])

    const stays = (item: string) => (joined.items[item]?.finishedDay ?? day) === day
    next.items = [...new Set([...a.items, ...b.items].filter(stays).concat(finishes.get(day) ?? []))].sort()
    const left = (side: MemberDay, kind: (item: string) => boolean) => side.items.filter(it => kind(it) && !stays(it))
    const episode = (item: string) => !isArticle(item)
    next.new_articles = Math.max(
      next.items.filter(isArticle).length,
      a.new_articles - left(a, isArticle).length,
      b.new_articles - left(b, isArticle).length,
    )
    next.new_episodes = Math.max(
      next.items.filter(episode).length,
      a.new_episodes - left(a, episode).length,
      b.new_episodes - left(b, episode).length,
    )
    const moved = (side: Known) => handedIn(side.sets, day).filter(name => joined.sets[name]!.day !== day).length
    next.new_sets = Math.max(handedIn(joined.sets, day).length, a.new_sets - moved(local), b.new_sets - moved(known))
    if (next.items.length > 0 || Object.values(next).some(value => typeof value === 'number' && value > 0)) {
      days[day] = next
    }
  }
  return days
}

function joinTally(local: ShelfTally, known: ShelfTally, own: ShelfTally): ShelfTally {
  const joined = { ...local }
  for (const shelf of Object.keys(local) as (keyof ShelfTally)[]) {
    const [a, b, p] = [local[shelf], known[shelf], own[shelf]]
    joined[shelf] = {
      answered: joinSum(a.answered, b?.answered, p.answered),
      correct: joinSum(a.correct, b?.correct, p.correct),
    }
  }
  return joined
}

function earliest<T extends { at: number; day: string }>(a: T | undefined, b: T | undefined): T {
  if (!a || !b) return (a ?? b)!
  return b.at < a.at || (b.at === a.at && b.day < a.day) ? b : a
}

function joinRecords<T>(
  a: Partial<Record<string, T>>,
  b: Partial<Record<string, T>>,
  join: (a: T | undefined, b: T | undefined) => T,
): Record<string, T> {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [key, join(a[key], b[key])]),
  )
}
