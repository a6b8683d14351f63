/** A round in the room, as a fold over what happened: the service keeps the events, and after a restart folds them again. */

/** 必答: everybody answers; 抢答: who is first may; 判断: everybody says 对 or 错. */
export const ROUND_KINDS = [
  { id: 'all', title: '必答' },
  { id: 'buzz', title: '抢答' },
  { id: 'judge', title: '判断' },
] as const
export type RoundKind = (typeof ROUND_KINDS)[number]['id']

/** `抢答` */
export const roundTitle = (kind: RoundKind): string => ROUND_KINDS.find(it => it.id === kind)!.title

export interface Player {
  name: string
  /** From 0; without teams always 0. */
  team: number
}

/** What somebody gave. */
export interface Given {
  options: string[]
  right: boolean
  /** After the question was opened, milliseconds, pauses left out. */
  ms: number
}

/** What became of one question. */
export interface Asked {
  /** By player. */
  given: Record<string, Given>
  /** 抢答: in the order in which the service heard of them; of this go only. */
  buzzes: { player: string; ms: number }[]
  /** 抢答: had their go and were wrong. */
  out: string[]
  /** Its answers do not count. */
  void?: true
  skipped?: true
  /** Open once more after its solution was told: void, unless whoever leads says otherwise. */
  again?: true
}

/**
 * `lobby`: nobody has been asked yet. `open`: answers, or buzzes, are taken. `answering`: who buzzed first has a go. `missed`: it
 * was wrong. `closed`: everybody has been told. `end`: the result.
 */
export type Phase = 'lobby' | 'open' | 'answering' | 'missed' | 'closed' | 'end'

interface Game {
  phase: Phase
  /** Which question, from 0; -1 before the first. */
  at: number
  asked: Record<number, Asked>
  /** When what is open was opened, by the service's clock, milliseconds. */
  since: number
}

export interface RoomState extends Game {
  players: Record<string, Player>
  /** Since when it is paused. */
  paused?: number
  /** What each step of whoever leads began from: taken back one by one. */
  before: (Game & { step: Step })[]
  /** Questions whose solution was told, whatever was taken back since. */
  told: Record<number, true>
  /** Nobody new is let in. */
  locked?: true
}

/** What whoever leads can do. */
export const STEPS = ['next', 'close', 'again', 'skip', 'void', 'end'] as const
export type Step = (typeof STEPS)[number]

/** Everything that can happen in a room. `at` is the service's clock, milliseconds. */
export type RoomEvent = { at: number } & (
  | { do: 'join'; player: string; name: string; team: number }
  | { do: 'team'; player: string; team: number }
  | { do: 'remove'; player: string }
  | { do: 'answer'; player: string; options: string[]; right: boolean }
  | { do: 'buzz'; player: string }
  | { do: 'step'; step: Step }
  | { do: 'pause' | 'resume' | 'undo' | 'lock' | 'unlock' }
)

/** What the room is about, which never changes. */
export interface RoomPlan {
  /** How each question is asked. */
  kinds: readonly RoundKind[]
}

export const EMPTY_ROOM: RoomState = { players: {}, phase: 'lobby', at: -1, asked: {}, since: 0, before: [], told: {} }

const NOT_ASKED: Asked = { given: {}, buzzes: [], out: [] }

/** What became of the question in hand. */
export const askedNow = (state: RoomState): Asked => state.asked[state.at] ?? NOT_ASKED

/** Whether whoever leads can take this step now. */
export function canStep({ kinds }: RoomPlan, state: RoomState, step: Step): boolean {
  const { phase, at, paused } = state
  if (paused !== undefined || phase === 'end') return false
  switch (step) {
    case 'next':
      return (phase === 'lobby' || phase === 'closed') && at + 1 < kinds.length
    case 'close':
      return phase === 'open' || phase === 'answering' || phase === 'missed'
    case 'again':
      return phase === 'missed'
    case 'skip':
      return phase === 'open' || phase === 'answering' || phase === 'missed'
    case 'void':
      return phase === 'closed' && !askedNow(state).skipped
    case 'end':
      return phase === 'closed'
  }
}

/** Whether this player's answer is taken now. */
export function mayAnswer(plan: RoomPlan, state: RoomState, player: string): boolean {
  if (!state.players[player] || state.paused !== undefined) return false
  if (plan.kinds[state.at] !== 'buzz') return state.phase === 'open'
  return state.phase === 'answering' && askedNow(state).buzzes[0]?.player === player
}

/** Whether this player may buzz now. */
export function mayBuzz(plan: RoomPlan, state: RoomState, player: string): boolean {
  if (!state.players[player] || state.paused !== undefined || plan.kinds[state.at] !== 'buzz') return false
  const { buzzes, out } = askedNow(state)
  // Later ones are kept too: the room sees by how much.
  const going = state.phase === 'open' || state.phase === 'answering'
  return going && out.indexOf(player) < 0 && !buzzes.some(it => it.player === player)
}

/** The room after `event`. An event that cannot be now changes nothing: who sent it was overtaken. */
export function foldRoom(plan: RoomPlan, state: RoomState, event: RoomEvent): RoomState {
  const after = happened(plan, state, event)
  const { phase, at, told } = after
  if (phase === 'closed' && !askedNow(after).skipped && !told[at]) return { ...after, told: { ...told, [at]: true } }
  // However it came to be open again: some have seen its key.
  const reopened = (phase === 'open' || phase === 'answering') && told[at] && !askedNow(after).again
  return reopened ? withAsked(after, { void: true, again: true }) : after
}

function happened(plan: RoomPlan, state: RoomState, event: RoomEvent): RoomState {
  switch (event.do) {
    case 'join':
      return { ...state, players: { ...state.players, [event.player]: { name: event.name, team: event.team } } }
    case 'team': {
      const player = state.players[event.player]
      if (!player || state.phase !== 'lobby') return state
      return { ...state, players: { ...state.players, [event.player]: { ...player, team: event.team } } }
    }
    case 'remove': {
      const { [event.player]: _gone, ...players } = state.players
      // Nobody waits for whoever is gone.
      const going = state.phase === 'answering' && askedNow(state).buzzes[0]?.player === event.player
      return { ...state, players, ...(going && { phase: 'missed' as const }) }
    }
    case 'answer':
      return mayAnswer(plan, state, event.player) ? answered(plan, state, event) : state
    case 'buzz': {
      if (!mayBuzz(plan, state, event.player)) return state
      const { buzzes } = askedNow(state)
      const buzz = { player: event.player, ms: event.at - state.since }
      const after = withAsked(state, { buzzes: [...buzzes, buzz] })
      return state.phase === 'open' ? { ...after, phase: 'answering' } : after
    }
    case 'pause':
      return state.paused === undefined && state.phase !== 'end' ? { ...state, paused: event.at } : state
    case 'resume': {
      if (state.paused === undefined) return state
      const { paused, ...rest } = state
      return { ...rest, since: state.since + event.at - paused }
    }
    case 'lock':
      return { ...state, locked: true }
    case 'unlock': {
      const { locked: _open, ...rest } = state
      return rest
    }
    case 'undo':
      return undone(state, event.at)
    case 'step':
      return canStep(plan, state, event.step) ? stepped(state, event.step, event.at) : state
  }
}

const withAsked = (state: RoomState, more: Partial<Asked>): RoomState => ({
  ...state,
  asked: { ...state.asked, [state.at]: { ...askedNow(state), ...more } },
})

function answered(
  { kinds }: RoomPlan,
  state: RoomState,
  { player, options, right, at }: { player: string; options: string[]; right: boolean; at: number },
): RoomState {
  const { given, out } = askedNow(state)
  const ms = Math.max(0, at - state.since)
  const after = withAsked(state, { given: { ...given, [player]: { options, right, ms } } })
  if (kinds[state.at] !== 'buzz') return after
  // It closes by itself, and that can be taken back like a close by hand.
  const { phase, at: place, asked, since } = state
  const before = [...state.before, { phase, at: place, asked, since, step: 'close' as const }]
  return right
    ? { ...after, before, phase: 'closed' }
    : { ...withAsked(after, { out: [...out, player] }), phase: 'missed' }
}

function stepped(state: RoomState, step: Step, now: number): RoomState {
  const { phase, at, asked, since } = state
  const after = { ...state, before: [...state.before, { phase, at, asked, since, step }] }
  switch (step) {
    case 'next':
      return { ...after, phase: 'open', at: at + 1, since: now }
    case 'close':
      return { ...after, phase: 'closed' }
    case 'again':
      return { ...withAsked(after, { buzzes: [] }), phase: 'open', since: now }
    case 'skip':
      return { ...withAsked(after, { skipped: true }), phase: 'closed' }
    case 'void': {
      const { void: before, ...rest } = askedNow(state)
      return { ...after, asked: { ...asked, [at]: before ? rest : { ...rest, void: true } } }
    }
    case 'end':
      return { ...after, phase: 'end' }
  }
}

/** Takes the last step back. A question that is open again has its whole time. */
function undone(state: RoomState, now: number): RoomState {
  const last = state.before[state.before.length - 1]
  if (!last) return state
  const { step: _taken, ...game } = last
  const back: RoomState = { ...state, ...game, before: state.before.slice(0, -1) }
  const going = back.phase === 'open' || back.phase === 'answering'
  return going ? { ...back, since: now } : back
}

/** Players who have done nothing yet, in the order in which they came: nothing is lost when they give way. */
export function idlers(state: RoomState): string[] {
  const acted = new Set(
    Object.values(state.asked).flatMap(it => [...Object.keys(it.given), ...it.buzzes.map(buzz => buzz.player)]),
  )
  return Object.keys(state.players).filter(it => !acted.has(it))
}

/** Those of them who are not connected. @param here who is */
export const absentees = (state: RoomState, here: { has(player: string): boolean }): string[] =>
  idlers(state).filter(it => !here.has(it))

/** How somebody stands. */
export interface Standing {
  player: string
  name: string
  team: number
  /** Right answers that count. */
  right: number
  /** The time that these took, milliseconds. */
  ms: number
}

/**
 * One player's right answers that count, without what everybody else has.
 * @param told leaves out the question in hand until its solution is told: a score that grew with an answer would tell that it was right
 */
export function scoreOf(state: RoomState, player: string, told: boolean): number {
  if (!state.players[player]) return 0
  let right = 0
  for (const [at, it] of Object.entries(state.asked)) {
    if (it.void || it.skipped || (!told && Number(at) === state.at)) continue
    if (it.given[player]?.right) right++
  }
  return right
}

/** Everybody, the best first: right answers, then time. Equal ones stay in the order in which they came. */
export function standings(state: RoomState): Standing[] {
  const counted = Object.values(state.asked).filter(it => !it.void && !it.skipped)
  return Object.entries(state.players)
    .map(([player, { name, team }]) => {
      const right = counted.flatMap(({ given }) => (given[player]?.right ? [given[player]] : []))
      return { player, name, team, right: right.length, ms: right.reduce((sum, it) => sum + it.ms, 0) }
    })
    .sort((a, b) => b.right - a.right || a.ms - b.ms)
}

/** How many of the questions that were asked count, also those that nobody answered. */
export const countedOf = ({ at, asked }: RoomState): number =>
  Array.from({ length: at + 1 }, (_, i) => asked[i]).filter(it => !it?.void && !it?.skipped).length

/** A team's right answers for each of its members: teams are of different size. Two decimals. */
export function teamScores(state: RoomState, teams: number): { team: number; members: number; each: number }[] {
  const all = standings(state)
  return Array.from({ length: teams }, (_, team) => {
    const members = all.filter(it => it.team === team)
    const right = members.reduce((sum, it) => sum + it.right, 0)
    return {
      team,
      members: members.length,
      each: members.length === 0 ? 0 : Math.round((100 * right) / members.length) / 100,
    }
  })
}
