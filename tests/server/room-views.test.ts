import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROOM_PLAYERS, ROOM_QUESTIONS } from '../../domain/contract/room-limits'
import { EMPTY_ROOM, foldRoom, type Given, type RoomState } from '../../domain/room/game'
import { phoneView, type RoomOf } from '../../server/src/features/rooms/views'
import type { KeyedQuestion } from '../../server/src/features/rooms/questions'

test('what a telling looks at grows with the phones and the questions, not with the phones twice', () => {
  let state: RoomState = EMPTY_ROOM
  const plan = { kinds: Array.from({ length: ROOM_QUESTIONS }, () => 'all' as const) }
  const players = Array.from({ length: ROOM_PLAYERS }, (_, i) => `p${i}`)
  for (const player of players) state = foldRoom(plan, state, { do: 'join', player, name: player, team: 0, at: 0 })
  for (let at = 0; at < ROOM_QUESTIONS; at++) {
    state = foldRoom(plan, state, { do: 'step', step: 'next', at })
    for (const player of players)
      state = foldRoom(plan, state, { do: 'answer', player, options: ['a'], right: true, at })
    if (at + 1 < ROOM_QUESTIONS) state = foldRoom(plan, state, { do: 'step', step: 'close', at })
  }
  let looked = 0
  const counted = (given: Record<string, Given>) =>
    new Proxy(given, { get: (of, player: string) => (looked++, of[player]) })
  const asked = Object.fromEntries(
    Object.entries(state.asked).map(([at, it]) => [at, { ...it, given: counted(it.given) }]),
  )
  const question = { asked: { id: 'q-0001' }, solution: { answer: ['a'] } } as KeyedQuestion
  const room: RoomOf = { code: '111111', plan, questions: plan.kinds.map(() => question), seconds: 0, teams: 0 }
  const views = players.map(player => phoneView(room, { ...state, asked }, 0, player))
  assert.ok(views.every(it => it.score === ROOM_QUESTIONS - 1))
  const once = ROOM_PLAYERS * (ROOM_QUESTIONS + 2)
  assert.ok(looked <= once, `${looked} answers were looked at, not ${once}`)
})
