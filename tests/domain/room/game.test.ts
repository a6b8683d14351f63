import fc from 'fast-check'
import {
  askedNow,
  countedOf,
  EMPTY_ROOM,
  foldRoom,
  mayAnswer,
  type RoomEvent,
  type RoomPlan,
  type RoomState,
  scoreOf,
  standings,
  STEPS,
  teamScores,
} from '@domain/room/game'

const PLAN: RoomPlan = { kinds: ['all', 'buzz', 'judge'] }
type Act = RoomEvent extends infer E ? (E extends RoomEvent ? Omit<E, 'at'> : never) : never

/** Events a second apart, from second 0. */
const after = (...acts: Act[]): RoomState =>
  acts.reduce<RoomState>((state, act, i) => foldRoom(PLAN, state, { ...act, at: i * 1000 } as RoomEvent), EMPTY_ROOM)

const join = (player: string, team = 0): Act => ({ do: 'join', player, name: player, team })
const step = (name: (typeof STEPS)[number]): Act => ({ do: 'step', step: name })
const answer = (player: string, right: boolean): Act => ({ do: 'answer', player, options: [right ? 'a' : 'b'], right })
const buzz = (player: string): Act => ({ do: 'buzz', player })

test('an answer is taken while its question is open, may be changed until then, and the last one counts with its time', () => {
  const open = [join('p'), join('q'), step('next'), answer('p', false), answer('p', true)]
  expect(askedNow(after(...open)).given.p).toEqual({ options: ['a'], right: true, ms: 2000 })
  const late = after(...open, step('close'), answer('q', true))
  expect(askedNow(late).given.q).toBeUndefined()
  expect(askedNow(after(join('p'), answer('p', true))).given.p).toBeUndefined()
  expect(askedNow(after(step('next'), answer('stranger', true))).given).toEqual({})
})

test('the first to buzz has the go, later ones are kept in order, and a wrong one is out when it is opened again', () => {
  const second = [join('p'), join('q'), step('next'), step('close'), step('next')]
  const buzzed = after(...second, buzz('q'), buzz('p'), buzz('q'))
  expect(buzzed.phase).toBe('answering')
  expect(askedNow(buzzed).buzzes.map(it => it.player)).toEqual(['q', 'p'])
  expect(mayAnswer(PLAN, buzzed, 'p')).toBe(false)
  expect(mayAnswer(PLAN, buzzed, 'q')).toBe(true)
  const wrong = after(...second, buzz('q'), answer('q', false))
  expect(wrong.phase).toBe('missed')
  const again = after(...second, buzz('q'), answer('q', false), step('again'), buzz('q'))
  expect(again.phase).toBe('open')
  const right = after(...second, buzz('q'), answer('q', false), step('again'), buzz('p'), answer('p', true))
  expect(right.phase).toBe('closed')
  expect(standings(right).map(it => [it.player, it.right])).toEqual([
    ['p', 1],
    ['q', 0],
  ])
})

test('while it is paused nothing is taken, and the pause does not count as anybody’s time', () => {
  const paused = after(join('p'), step('next'), { do: 'pause' }, answer('p', true), step('close'))
  expect([paused.phase, askedNow(paused).given]).toEqual(['open', {}])
  const on = after(join('p'), step('next'), { do: 'pause' }, answer('p', true), { do: 'resume' }, answer('p', true))
  expect(askedNow(on).given.p!.ms).toBe(2000)
})

test('a step that is taken back leaves what came before; an answer that was already told no longer counts', () => {
  const begun = [join('p'), step('next'), answer('p', true)]
  const reopened = after(...begun, step('close'), { do: 'undo' })
  expect(reopened.phase).toBe('open')
  expect(askedNow(reopened)).toMatchObject({ void: true, given: { p: { right: true } } })
  expect(standings(reopened)[0]!.right).toBe(0)
  const skipped = after(...begun, step('skip'), { do: 'undo' }, step('close'))
  expect(standings(skipped)[0]!.right).toBe(1)
  const nextTakenBack = after(...begun, step('close'), step('next'), { do: 'undo' })
  expect([nextTakenBack.phase, nextTakenBack.at]).toEqual(['closed', 0])
  const started = after(join('p'), step('next'), { do: 'undo' }, { do: 'undo' })
  expect([started.phase, started.at]).toEqual(['lobby', -1])
})

test('a question that does not count or was skipped scores nobody, until that is taken back', () => {
  const closed = [join('p'), step('next'), answer('p', true), step('close')]
  expect(standings(after(...closed))[0]!.right).toBe(1)
  expect(standings(after(...closed, step('void')))[0]!.right).toBe(0)
  expect(standings(after(...closed, step('void'), step('void')))[0]!.right).toBe(1)
  expect(standings(after(join('p'), step('next'), answer('p', true), step('skip')))[0]!.right).toBe(0)
})

test('teams of different size are compared by what each of them knew', () => {
  const state = after(join('p', 0), join('q', 1), join('r', 1), step('next'), answer('p', true), answer('q', true))
  expect(teamScores(state, 3)).toEqual([
    { team: 0, members: 1, each: 1 },
    { team: 1, members: 2, each: 0.5 },
    { team: 2, members: 0, each: 0 },
  ])
})

test('equal ones are told apart by time', () => {
  const state = after(join('p'), join('q'), step('next'), answer('q', true), answer('p', true))
  expect(standings(state).map(it => it.player)).toEqual(['q', 'p'])
})

test('whatever happens in whatever order, folding never fails, and as many undos as steps lead back to the lobby', () => {
  const player = fc.constantFrom('p', 'q', 'r')
  const act: fc.Arbitrary<Act> = fc.oneof(
    player.map(it => join(it)),
    player.map(buzz),
    fc.tuple(player, fc.boolean()).map(([it, right]) => answer(it, right)),
    fc.constantFrom(...STEPS).map(step),
    fc.constantFrom<Act>({ do: 'pause' }, { do: 'resume' }, { do: 'undo' }, { do: 'lock' }, { do: 'unlock' }),
    player.map<Act>(it => ({ do: 'remove', player: it })),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), acts => {
      const state = after(...acts)
      expect(state.at).toBeLessThan(PLAN.kinds.length)
      const { before } = state
      const back = before.reduce(it => foldRoom(PLAN, it, { do: 'undo', at: 99_000 }), state)
      expect([back.phase, back.at, back.before.length]).toEqual(['lobby', -1, 0])
    }),
  )
})

test('a question whose key was told counts no more, however it comes to be open again, unless whoever leads says so', () => {
  const told = [join('p'), join('q'), step('next'), answer('p', true), step('close')]
  const undo: Act = { do: 'undo' }
  const again = after(...told, undo, undo, step('next'), answer('q', true), step('close'))
  expect([askedNow(again).void, standings(again).map(it => it.right)]).toEqual([true, [0, 0]])
  expect(askedNow(after(...told, undo, undo, step('next'), step('close'), step('void'))).void).toBeUndefined()
  // 抢答 closes by itself; what is taken back is that.
  const second = [join('p'), join('q'), step('next'), step('close'), step('next'), buzz('p'), answer('p', true)]
  const back = after(...second, undo)
  expect([back.phase, back.at, askedNow(back).buzzes.length, askedNow(back).void]).toEqual(['answering', 1, 1, true])
  const reopened = after(...second, undo, undo, step('next'), buzz('q'), answer('q', true))
  expect([reopened.phase, standings(reopened).map(it => it.right)]).toEqual(['closed', [0, 0]])
})

test('one’s own score is what the standings say, less what is not told yet', () => {
  const acts: fc.Arbitrary<Act> = fc.oneof(
    fc.constantFrom(...STEPS).map(step),
    fc.constantFrom('p', 'q').map(buzz),
    fc.tuple(fc.constantFrom('p', 'q'), fc.boolean()).map(([player, right]) => answer(player, right)),
    fc.constant<Act>({ do: 'undo' }),
  )
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 40 }), more => {
      const state = after(join('p'), join('q'), ...more)
      for (const { player, right } of standings(state)) expect(scoreOf(state, player, true)).toBe(right)
      const { [state.at]: _open, ...told } = state.asked
      for (const { player, right } of standings({ ...state, asked: told }))
        expect(scoreOf(state, player, false)).toBe(right)
      expect(scoreOf(state, 'stranger', true)).toBe(0)
    }),
  )
})

test('a question counts when nobody answered it, and not when it was skipped, void or never asked', () => {
  const one = [join('p'), step('next'), step('close')]
  expect(countedOf(after(...one))).toBe(1)
  expect(countedOf(after(...one, step('next'), step('skip')))).toBe(1)
  expect(countedOf(after(...one, step('void')))).toBe(0)
  expect(countedOf(after(...one, step('next'), step('close'), step('next'), step('close'), step('end')))).toBe(3)
  expect(countedOf(after(join('p')))).toBe(0)
})
