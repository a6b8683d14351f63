import { GRACE_MS, BUZZ_SECONDS } from '../../../../domain/contract/room-limits'
import type { PhoneView, ScreenView } from '../../../../domain/contract/room'
import {
  absentees,
  askedNow,
  canStep,
  countedOf,
  mayAnswer,
  mayBuzz,
  type RoomPlan,
  type RoomState,
  scoreOf,
  standings,
  STEPS,
  teamScores,
} from '../../../../domain/room/game'
import type { KeyedQuestion } from './questions'

/** A room as its views need it. */
export interface RoomOf {
  code: string
  plan: RoomPlan
  questions: readonly KeyedQuestion[]
  /** Seconds a question is open; 0: until it is closed. */
  seconds: number
  teams: number
  address?: string
}

/** Names at the end, on the screen. */
const BEST = 5
/** Those who buzzed, on the screen. */
const BUZZES = 5

/** When what is open ends, by the service's clock; undefined where nothing does. */
function deadline({ plan, seconds }: RoomOf, state: RoomState): number | undefined {
  if (state.paused !== undefined) return undefined
  if (state.phase === 'answering') {
    const first = askedNow(state).buzzes[0]
    return first && state.since + first.ms + BUZZ_SECONDS * 1000
  }
  if (state.phase !== 'open' || seconds === 0 || plan.kinds[state.at] === 'buzz') return undefined
  return state.since + seconds * 1000
}

function shared(room: RoomOf, state: RoomState, now: number) {
  const { phase, at } = state
  const asked = askedNow(state)
  const question = phase === 'lobby' || phase === 'end' ? undefined : room.questions[at]
  // The only place where a key leaves the service.
  const told = phase === 'closed' && !asked.skipped
  const end = deadline(room, state)
  return {
    code: room.code,
    phase,
    at,
    count: room.plan.kinds.length,
    teams: room.teams,
    paused: state.paused !== undefined,
    void: !!asked.void,
    skipped: !!asked.skipped,
    ...(phase === 'end' && { counted: countedOf(state) }),
    ...(question && { kind: room.plan.kinds[at], question: question.asked }),
    ...(question && told && { solution: question.solution }),
    ...(end !== undefined && { left: Math.max(0, end - now) }),
  }
}

/** What the screen shows. `here`: the players that are connected. Counts of options only once they are told. */
export function screenView(
  room: RoomOf,
  state: RoomState,
  now: number,
  here: ReadonlySet<string>,
  unkept: boolean,
): ScreenView {
  const { phase, players, before } = state
  const asked = askedNow(state)
  const given = Object.values(asked.given)
  const kind = room.plan.kinds[state.at]
  const all = phase === 'lobby' || phase === 'end'
  const last = asked.out[asked.out.length - 1]
  const speaks = phase === 'missed' ? last : phase === 'closed' && kind === 'buzz' ? asked.buzzes[0]?.player : undefined
  return {
    ...shared(room, state, now),
    address: room.address,
    locked: !!state.locked,
    players: Object.keys(players).length,
    here: here.size,
    absent: absentees(state, here).length,
    answered: given.length,
    ...(phase === 'closed' && !asked.skipped && { chosen: counted(given), right: given.filter(it => it.right).length }),
    buzzes: asked.buzzes
      .slice(0, BUZZES)
      .flatMap(({ player, ms }) => (players[player] ? [{ ...players[player], ms }] : [])),
    ...(speaks !== undefined && asked.given[speaks] && { said: asked.given[speaks].options }),
    can: STEPS.filter(step => canStep(room.plan, state, step)),
    undo: before[before.length - 1]?.step,
    ...(all && {
      people: Object.entries(players).map(([player, it]) => ({ player, ...it, here: here.has(player) })),
    }),
    ...(phase === 'end' && {
      scores: room.teams > 0 ? teamScores(state, room.teams) : undefined,
      best: standings(state)
        .filter(it => it.right > 0)
        .slice(0, BEST)
        .map(({ name, team, right, ms }) => ({ name, team, right, seconds: Math.round(ms / 100) / 10 })),
    }),
    ...(unkept && { unkept: true }),
  }
}

function counted(given: readonly { options: string[] }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { options } of given) for (const id of options) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

/** What one player's phone shows: of others, nothing but who has the go. */
export function phoneView(room: RoomOf, state: RoomState, now: number, player: string): PhoneView {
  const asked = askedNow(state)
  const own = asked.given[player]
  const closed = state.phase === 'closed' && !asked.skipped
  const place = asked.buzzes.findIndex(it => it.player === player)
  const first = asked.buzzes[0]?.player
  const { name = '', team = 0 } = state.players[player] ?? {}
  return {
    ...shared(room, state, now),
    name,
    team,
    ...(own && { given: own.options }),
    ...(closed && own && { right: own.right }),
    mayAnswer: mayAnswer(room.plan, state, player),
    mayBuzz: mayBuzz(room.plan, state, player),
    ...(place >= 0 && { place: place + 1 }),
    ...(first !== undefined && state.players[first] && { first: state.players[first].name }),
    score: scoreOf(state, player, closed || state.phase === 'end'),
  }
}

/** When the service closes what is open by itself: an answer given in time may still be on its way. */
export const closesAt = (room: RoomOf, state: RoomState): number | undefined => {
  const end = deadline(room, state)
  return end === undefined ? undefined : end + GRACE_MS
}
