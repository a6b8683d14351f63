/** 随机抽查 of branches: how far a visit is, and what has to be written before it goes on. */
import { naturalOrder } from '../text/natural-order'
import { type Day, addDays } from '../time/day'

/** Branches that are drawn at once. */
export const VISITS_AT_ONCE = 50
/** Characters of what was found, and of what became of it. */
export const FINDINGS_LIMIT = 1_000
/** What was found is put right within a year. */
export const PUT_RIGHT_DAYS = 366

export interface VisitState {
  /** The day of the visit. */
  day?: string | undefined
  findings?: string | undefined
  /** By when what was found is put right; without, nothing has to be. */
  due?: string | undefined
  /** When and with what it was closed. */
  closed?: string | undefined
  outcome?: string | undefined
}

export const VISIT_STATES = {
  drawn: '还没去',
  open: '要改',
  late: '过了期限还没改',
  noted: '去过',
  closed: '办结',
} as const

/** How far a visit is on `today`. */
export function visitState({ day, due, closed }: VisitState, today: Day): keyof typeof VISIT_STATES {
  if (closed !== undefined) return 'closed'
  if (day === undefined) return 'drawn'
  if (due === undefined) return 'noted'
  return due < today ? 'late' : 'open'
}

/** What is wrong with a visit as it is written down, for whoever writes; undefined when nothing is. */
export function visitProblem(it: VisitState & { drawn: string }, today: Day): string | undefined {
  if (it.day === undefined) return '先写哪一天去的'
  if (it.day > today) return '去的日子还没有到'
  if (it.day < it.drawn) return '去的日子在抽到以前，请改一个'
  if (!it.findings) return '请写看到了什么；没有要改的，也写一句'
  if (it.due !== undefined && it.due < it.day) return '改好的期限在去的日子以前，请改一个'
  if (it.due !== undefined && it.due > addDays(it.day, PUT_RIGHT_DAYS)) return '改好的期限请选一年以内的一天'
  if (it.closed !== undefined && !it.outcome) return '请写改成了什么样，再办结'
  if (it.closed !== undefined && (it.closed < it.day || it.closed > today)) return '办结的日子请选去的那一天到今天'
  return undefined
}

/**
 * As a list is read: what is late first, the longest first; what is open; not yet visited; visited; closed, the latest first. What is
 * alike stands as on the roster, by the code of the branch.
 */
export function inOrder<V extends VisitState & { drawn: string; org: string }>(visits: readonly V[], today: Day): V[] {
  const rank = ['late', 'open', 'drawn', 'noted', 'closed']
  const key = (it: V) => it.due ?? it.day ?? it.drawn
  const by = (a: V, b: V) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
  return [...visits].sort((a, b) => {
    const [x, y] = [visitState(a, today), visitState(b, today)]
    if (x !== y) return rank.indexOf(x) - rank.indexOf(y)
    return (x === 'closed' ? by(b, a) : by(a, b)) || naturalOrder(a.org, b.org)
  })
}
