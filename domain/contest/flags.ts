/** What one entrant answered, for looking through: pool numbers, option ids, milliseconds by the service's clock. */
export interface LookedAt {
  member: string
  answers: { number: number; given: string[]; right: boolean; late: boolean; spentMs: number }[]
}
export interface Flag {
  kind: 'fast' | 'same'
  members: string[]
  evidence: string[]
}

/** Nobody reads a question and its options in less, milliseconds; what the line took is in it. Our own choice. */
const FAST_MS = 1_200
/** So many right answers of that kind are no luck. */
const FAST_RIGHT = 5
/** The same wrong answers to so many questions are seldom chance. */
const SAME_WRONG = 4
/** More people than these in one sequence say that a question leads many astray, and nothing of them. */
const SAME_PEOPLE = 10
const EVIDENCE = 20

/**
 * What is worth a person's look: right answers that came sooner than anybody reads, and people whose wrong answers are the same to the
 * letter. It proves nothing and disqualifies nobody. Voided questions must have been left out.
 */
export function flagsOf(entrants: readonly LookedAt[]): Flag[] {
  const finder = new FlagFinder()
  for (const it of entrants) finder.look(it)
  return finder.flags()
}

/** {@link flagsOf}, one entrant after another: of each only what may still matter is kept, for a district has 45,000 of them. */
export class FlagFinder {
  private readonly fast: Flag[] = []
  private readonly groups = new Map<string, { members: string[]; wrong: LookedAt['answers'] }>()

  look({ member, answers }: LookedAt): void {
    const flag = fastFlag(member, answers)
    if (flag) this.fast.push(flag)
    const wrong = answers.filter(it => !it.right && it.given.length > 0)
    if (wrong.length < SAME_WRONG) return
    const key = wrong
      .map(it => `${it.number}${it.given.join('')}`)
      .sort()
      .join()
    const group = this.groups.get(key)
    if (group) group.members.push(member)
    else this.groups.set(key, { members: [member], wrong: wrong.slice(0, EVIDENCE) })
  }

  flags(): Flag[] {
    const same = [...this.groups.values()].filter(({ members }) => members.length > 1 && members.length <= SAME_PEOPLE)
    return [...this.fast, ...same.map(sameFlag)]
  }
}

function fastFlag(member: string, answers: LookedAt['answers']): Flag | undefined {
  const fast = answers.filter(it => it.right && !it.late && it.spentMs < FAST_MS)
  if (fast.length < FAST_RIGHT) return undefined
  const evidence = fast
    .slice(0, EVIDENCE)
    .map(it => `第 ${it.number} 题答对，用了 ${(it.spentMs / 1000).toFixed(1)} 秒`)
  return { kind: 'fast', members: [member], evidence: [`${fast.length} 题快得读不完题`, ...evidence] }
}

function sameFlag({ members, wrong }: { members: string[]; wrong: LookedAt['answers'] }): Flag {
  const said = wrong.map(it => `第 ${it.number} 题都答错，都选 ${it.given.join('').toUpperCase()}`)
  return { kind: 'same', members, evidence: [`${members.length} 个人答错的题一模一样，别的都答对或没有答`, ...said] }
}
