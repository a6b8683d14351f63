jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

import { ApiError } from '@/api/client'
import { ContestRun } from '@/subpackages/contest/run/contest-run'
import type { Pending } from '@/subpackages/contest/run/run-state'
import type { AskAnswer, ContestQuestion, ContestService } from '@/subpackages/contest/run/contest-service'

const offline = () => new ApiError('现在连不上网络', 0, 'offline', true)
const refused = (code: string, more: Record<string, unknown> = {}) =>
  new ApiError(`服务说 ${code}`, 409, code, false, more)
const busy = (retryMs: number) => new ApiError('人多，稍候', 503, 'busy', true, { retryMs })

const SECONDS = 20
const BEGINNING = { consent: '2026-11-29-1', name: 'full' as const }

/** The service's side of one try of three questions, as the contract has it; `trouble` is thrown once by the next call of that name. */
class FakeService implements ContestService {
  log: string[] = []
  answers: { n: number; given: string[]; late: boolean }[] = []
  trouble: Partial<Record<keyof ContestService, (Error | undefined)[]>> = {}
  holder = ''
  answered = 0
  begun = false
  finished = false
  endsAt: number | undefined
  /** Work is done and the answer to it lost. */
  lost: (keyof ContestService)[] = []
  /** How long the way to the service takes, and the way back. */
  way = { up: 0, down: 0 }
  allowanceMs = 40

  constructor(
    readonly kind: 'question' | 'paper',
    readonly total = 3,
  ) {}

  private async call<T>(name: keyof ContestService, device: string | undefined, work: () => T): Promise<T> {
    this.log.push(name)
    if (this.way.up > 0) await on(this.way.up)
    const trouble = this.trouble[name]?.shift()
    if (trouble) throw trouble
    if (device !== undefined && this.holder !== device) throw refused('taken_over')
    const done = work()
    if (this.way.down > 0) await on(this.way.down)
    const at = this.lost.indexOf(name)
    if (at >= 0) {
      this.lost.splice(at, 1)
      throw offline()
    }
    return done
  }
  private own = () => ({
    try: 1,
    state: this.finished ? ('finished' as const) : ('running' as const),
    answered: this.answered,
    questions: this.total,
    allowanceMs: this.allowanceMs,
  })
  private isOver = () => this.endsAt !== undefined && Date.now() >= this.endsAt + this.allowanceMs
  private pass() {
    this.answered += 1
    if (this.kind === 'question') this.endsAt = undefined
    this.finished = this.answered === this.total || (this.kind === 'paper' && this.isOver())
  }
  private shown(): ContestQuestion | undefined {
    if (this.finished) return undefined
    this.endsAt ??= Date.now() + SECONDS * 1000
    return {
      n: this.answered,
      type: 'single',
      stem: `第 ${this.answered} 题`,
      options: ['A', 'B'].map(id => ({ id, text: id })),
      leftMs: Math.max(0, this.endsAt - Date.now()),
    }
  }
  ticket = () => this.call('ticket', undefined, () => ({ ticket: 't', place: 3, waitMs: 500 }))
  start = ({ device }: { device: string }) =>
    this.call('start', undefined, () => {
      this.holder = device
      this.begun = true
      return this.own()
    })
  resume = ({ device }: { device: string }) =>
    this.call('resume', undefined, () => {
      if (!this.begun) throw refused('not_begun')
      this.holder = device
      return this.own()
    })
  clock = ({ device }: { device: string }) =>
    this.call('clock', device, () => ({ echo: 'e', lineMs: 40, allowanceMs: this.allowanceMs }))
  question = ({ device, n }: { device: string; n: number }) =>
    this.call('question', device, () => {
      if (n > this.answered) throw refused('early')
      const passed = !this.finished && this.isOver() ? 1 : 0
      if (passed) this.pass()
      if (this.kind === 'paper' && this.isOver()) this.finished = true
      return { question: this.shown(), passed, finished: this.finished, allowanceMs: this.allowanceMs }
    })
  answer = ({ device, n, given, next }: AskAnswer) =>
    this.call('answer', device, () => {
      const before = this.answers.find(it => it.n === n)
      if (before) {
        if (before.given.join() !== given.join()) throw refused('answered')
        // Of what follows only what has been asked for already.
        const open = next && this.answered === n + 1 && this.endsAt !== undefined
        return { n, late: before.late, finished: this.finished, ...(open && { question: this.shown() }) }
      }
      if (this.finished) throw refused('finished')
      const late = this.isOver()
      this.answers.push({ n, given, late })
      this.pass()
      return { n, late, finished: this.finished, ...(next && { question: this.shown() }) }
    })
  finish = ({ device }: { device: string }) =>
    this.call('finish', device, () => {
      this.finished = true
      return this.own()
    })
}

const on = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** What a phone keeps when the app is killed. */
class Storage {
  pending: Pending | undefined
  /** How long writing takes. */
  slow = 0
}

function phone(service: FakeService, { device = 'phone-1', storage = new Storage(), ahead = 0 } = {}) {
  const run = new ContestRun({
    service,
    device,
    clock: service.kind,
    questions: service.total,
    mono: () => Date.now() + ahead,
    after: (ms, call) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
    pending: storage.pending,
    keep: async pending => {
      if (storage.slow > 0) await on(storage.slow)
      storage.pending = pending
    },
  })
  return { run, state: () => run.store.getState(), storage }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

/** On the first question. */
async function begun(service: FakeService, options?: Parameters<typeof phone>[1]) {
  const it = phone(service, options)
  void it.run.begin(BEGINNING)
  await pass(1_000)
  expect(it.state().step).toBe('answering')
  return it
}

/** The app is killed in the first question: before its answer had gone out, or before the service's word of it came back. */
async function killed(service: FakeService, how: 'unsent' | 'unacknowledged', given: string) {
  const it = await begun(service)
  if (how === 'unsent') service.trouble.answer = [offline()]
  else service.lost = ['answer']
  it.run.choose([given])
  void it.run.submit()
  await pass(0)
  it.run.leave()
  return it
}

test('a place in line is waited for, the line is measured three times, and then comes the first question', async () => {
  const service = new FakeService('question')
  const { run, state } = phone(service)
  void run.begin(BEGINNING)
  await pass(100)
  expect(state()).toMatchObject({ step: 'line', line: { place: 3 } })
  expect(service.log).toEqual(['ticket'])
  await pass(500)
  expect(service.log).toEqual(['ticket', 'start', 'clock', 'clock', 'clock', 'clock', 'question'])
  expect(state()).toMatchObject({ step: 'answering', question: { n: 0 }, allowanceMs: 40 })
})

test('whoever comes too early for their place stands in line again', async () => {
  const service = new FakeService('question')
  service.trouble.start = [refused('ticket', { waitMs: 3_000 })]
  const { run, state } = phone(service)
  void run.begin(BEGINNING)
  await pass(2_000)
  expect(state().step).toBe('line')
  await pass(2_000)
  expect(state().step).toBe('answering')
})

test('a network that comes back lets nobody out of the line sooner', async () => {
  const service = new FakeService('question')
  const { run, state } = phone(service)
  void run.begin(BEGINNING)
  await pass(100)
  run.again()
  await pass(100)
  expect(service.log).toEqual(['ticket'])
  expect(state().step).toBe('line')
})

test('with a question’s clock an answer is acknowledged, and the next question comes when it is asked for', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  await run.submit()
  expect(service.answers).toEqual([])
  run.choose(['B'])
  await run.submit()
  expect(state()).toMatchObject({ step: 'taken', late: false, question: { n: 0 } })
  await pass(60_000)
  expect(state().step).toBe('taken')
  await run.next()
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 }, given: [] })
})

test('with the paper’s clock the acknowledgement brings the next question, and the last one ends it', async () => {
  const service = new FakeService('paper')
  const { run, state } = await begun(service)
  for (const n of [0, 1, 2]) {
    expect(state().question?.n).toBe(n)
    run.choose(['A'])
    await run.submit()
  }
  expect(state().step).toBe('finished')
  expect(service.log.filter(it => it === 'question')).toHaveLength(1)
})

test('what is chosen when the time ends is given by itself', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  run.choose(['A'])
  await pass(SECONDS * 1000)
  expect(service.answers).toMatchObject([{ n: 0, given: ['A'] }])
  expect(state().step).toBe('taken')
})

// Measured at a real service: handed in when the phone’s countdown is at nothing, it came 27 ms after the end.
test.each([
  ['a near service and no allowance', { up: 15, down: 15 }, 0, 0],
  ['a slow way there', { up: 900, down: 20 }, 40, 0],
  ['a slow way back', { up: 20, down: 900 }, 40, 0],
  ['a phone that measured nothing of a line slower than what is allowed', { up: 1_500, down: 1_500 }, 2_000, 0],
  ['a storage that is slow to write', { up: 15, down: 15 }, 0, 900],
] as const)('what is chosen is handed in before the time is over: %s', async (_why, way, allowanceMs, slow) => {
  for (const ahead of [0, 3 * 3_600_000, -86_400_000]) {
    const service = new FakeService('question')
    Object.assign(service, { way, allowanceMs })
    const { run, state, storage } = phone(service, { ahead })
    storage.slow = slow
    void run.begin(BEGINNING)
    while (state().step !== 'answering') await pass(100)
    run.choose(['A'])
    await pass(SECONDS * 1000 + 2_000)
    expect(service.answers).toEqual([{ n: 0, given: ['A'], late: false }])
    expect(state()).toMatchObject({ step: 'taken', late: false })
    run.leave()
  }
})

test('on a steady line the countdown takes less than a second off the time, however slow the line is', async () => {
  const service = new FakeService('question')
  Object.assign(service, { way: { up: 700, down: 700 }, allowanceMs: 1_400 })
  const { run, state } = phone(service)
  void run.begin(BEGINNING)
  while (state().step !== 'answering') await pass(10)
  const left = state().endsAt! - Date.now()
  expect(left).toBeLessThan(SECONDS * 1000)
  expect(left).toBeGreaterThan(SECONDS * 1000 - 1_000)
  run.leave()
})

test('what is chosen is handed in although the time that is left is just being asked for', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  run.choose(['B'])
  await pass(SECONDS * 1000 - 3_000)
  service.way = { up: 4_000, down: 0 }
  void run.seen()
  await pass(10)
  service.way = { up: 0, down: 0 }
  await pass(4_000)
  expect(service.answers).toEqual([{ n: 0, given: ['B'], late: false }])
  expect(state()).toMatchObject({ step: 'taken' })
})

test('a question that comes while the time of the one before runs out is shown: its own time has begun', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  await pass(SECONDS * 1000 - 3_000)
  service.way = { up: 4_000, down: 0 }
  void run.seen()
  await pass(5_000)
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 }, passed: 1 })
  run.leave()
})

test('the next question is asked for at once after the time ran out, and the old one does not come back', async () => {
  const service = new FakeService('question')
  Object.assign(service, { allowanceMs: 2_000 })
  const { run, state } = await begun(service)
  while (state().step === 'answering') await pass(10)
  expect(state().step).toBe('time-up')
  void run.next()
  await pass(3_000)
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 }, passed: 1 })
  expect(service.log.filter(it => it === 'question')).toHaveLength(2)
})

test('a paper of which nothing is chosen at the end is not asked about over and over until the allowance is over', async () => {
  const service = new FakeService('paper')
  Object.assign(service, { allowanceMs: 2_000 })
  const { state } = await begun(service)
  await pass(SECONDS * 1000 + 2_000)
  expect(state().step).toBe('finished')
  expect(service.log.filter(it => it === 'question').length).toBeLessThanOrEqual(2)
})

test('a question whose time ends with nothing chosen waits for the person before the next', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  await pass(SECONDS * 1000 + 60_000)
  expect(state()).toMatchObject({ step: 'time-up', question: { n: 0 } })
  await run.next()
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 }, passed: 1 })
})

test('a paper whose time ends is over', async () => {
  const service = new FakeService('paper')
  const { state } = await begun(service)
  await pass(SECONDS * 1000)
  expect(state().step).toBe('finished')
})

test('a dead network is said and waited for, and the answer goes out by itself when it is back', async () => {
  const service = new FakeService('question')
  const { run, state, storage } = await begun(service)
  service.trouble.answer = Array.from({ length: 4 }, offline)
  run.choose(['A'])
  void run.submit()
  await pass(0)
  expect(state()).toMatchObject({ step: 'sending', waiting: { why: 'offline' } })
  expect(storage.pending).toEqual({ try: 1, n: 0, given: ['A'] })
  await pass(12_000)
  expect(state()).toMatchObject({ step: 'taken', waiting: undefined })
  expect(service.answers).toHaveLength(1)
  expect(storage.pending).toBeUndefined()
})

test('the network being back is enough: nobody waits for the pause to end', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  service.trouble.answer = [offline(), offline(), offline()]
  run.choose(['A'])
  void run.submit()
  await pass(3_500)
  service.trouble.answer = []
  run.again()
  await pass(0)
  expect(state().step).toBe('taken')
})

test('an acknowledgement that is lost is asked for again, and the answer counts once', async () => {
  const service = new FakeService('paper')
  const { run, state } = await begun(service)
  service.lost = ['answer']
  run.choose(['B'])
  void run.submit()
  await pass(1_500)
  expect(service.answers).toHaveLength(1)
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 } })
})

test('a full service says when to come again, and is asked then', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  service.trouble.answer = [busy(3_000)]
  run.choose(['A'])
  void run.submit()
  await pass(2_900)
  expect(state()).toMatchObject({ step: 'sending', waiting: { why: 'busy' } })
  await pass(200)
  expect(state().step).toBe('taken')
})

test('an app that was killed goes on where it was', async () => {
  const service = new FakeService('question')
  const first = await begun(service)
  first.run.choose(['A'])
  await first.run.submit()
  await first.run.next()
  first.run.leave()
  const again = phone(service, { storage: first.storage })
  await again.run.resume()
  expect(again.state()).toMatchObject({ step: 'answering', question: { n: 1 } })
  expect(service.log.filter(it => it === 'start')).toHaveLength(1)
})

test('an answer that was never sent before the app was killed is sent first, and the next question waits to be asked for', async () => {
  const service = new FakeService('question')
  const first = await killed(service, 'unsent', 'B')
  await pass(5_000)
  expect(service.answers).toEqual([])
  const again = phone(service, { storage: first.storage })
  void again.run.resume()
  await pass(0)
  expect(service.answers).toMatchObject([{ n: 0, given: ['B'], late: false }])
  expect(again.state()).toMatchObject({ step: 'taken', late: false })
  await again.run.next()
  expect(again.state()).toMatchObject({ step: 'answering', question: { n: 1 } })
  expect(first.storage.pending).toBeUndefined()
})

test('an answer that was stored before the app was killed, but not acknowledged, is told of, and the next question waits to be asked for', async () => {
  const service = new FakeService('question')
  const first = await killed(service, 'unacknowledged', 'B')
  expect(service.answers).toMatchObject([{ n: 0, given: ['B'] }])
  const again = phone(service, { storage: first.storage })
  void again.run.resume()
  await pass(60_000)
  expect(again.state()).toMatchObject({ step: 'taken', late: false })
  expect(first.storage.pending).toBeUndefined()
  await again.run.next()
  expect(again.state()).toMatchObject({ step: 'answering', question: { n: 1, leftMs: SECONDS * 1000 } })
})

test('where another phone has asked for the next question meanwhile, it is shown: its time runs', async () => {
  const service = new FakeService('question')
  const first = await killed(service, 'unacknowledged', 'B')
  await phone(service, { device: 'phone-2' }).run.resume()
  const again = phone(service, { storage: first.storage })
  await again.run.resume()
  expect(again.state()).toMatchObject({ step: 'answering', question: { n: 1 } })
  expect(first.storage.pending).toBeUndefined()
})

test('where another phone answered otherwise and went on, this one goes on with it: no time runs unseen', async () => {
  const service = new FakeService('question')
  const first = await killed(service, 'unsent', 'A')
  const second = phone(service, { device: 'phone-2' })
  await second.run.resume()
  second.run.choose(['B'])
  await second.run.submit()
  await second.run.next()
  const again = phone(service, { storage: first.storage })
  await again.run.resume()
  expect(again.state()).toMatchObject({ step: 'answering', question: { n: 1 } })
  expect(service.answers).toMatchObject([{ given: ['B'] }])
})

test('on a slow line the answer that waited goes out before the line is measured: it is still in time', async () => {
  const service = new FakeService('question')
  const first = await killed(service, 'unsent', 'B')
  await pass((SECONDS - 3) * 1000)
  service.way = { up: 600, down: 600 }
  const again = phone(service, { storage: first.storage })
  void again.run.resume()
  await pass(20_000)
  expect(service.answers).toMatchObject([{ n: 0, given: ['B'], late: false }])
  expect(again.state()).toMatchObject({ step: 'taken', late: false })
})

test('an answer that comes after its time is told to be late', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  service.trouble.answer = Array.from({ length: 8 }, offline)
  run.choose(['A'])
  void run.submit()
  await pass(SECONDS * 1000 + 30_000)
  expect(state()).toMatchObject({ step: 'taken', late: true })
})

test('another phone takes the try over; this one is told, and can take it back', async () => {
  const service = new FakeService('question')
  const first = await begun(service)
  const second = phone(service, { device: 'phone-2' })
  await second.run.resume()
  expect(second.state()).toMatchObject({ step: 'answering', question: { n: 0 } })
  first.run.choose(['A'])
  await first.run.submit()
  expect(first.state().step).toBe('elsewhere')
  expect(service.answers).toEqual([])
  await first.run.resume()
  // What it had wanted to say is said now: the question is still open.
  expect(first.state()).toMatchObject({ step: 'taken', question: { n: 0 } })
  expect(service.answers).toMatchObject([{ n: 0, given: ['A'] }])
})

test('an answer that another window gave first holds, and this one goes on after it when it is asked to', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  await service.answer({ try: 1, device: 'phone-1', n: 0, given: ['B'], next: false })
  run.choose(['A'])
  await run.submit()
  expect(service.answers).toMatchObject([{ given: ['B'] }])
  expect(state()).toMatchObject({ step: 'taken', otherFirst: true })
  await run.next()
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 } })
})

test('a window out of sight begins no question’s time: what is chosen in it is not the answer any more', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  run.choose(['A'])
  await service.answer({ try: 1, device: 'phone-1', n: 0, given: ['B'], next: false })
  await pass(SECONDS * 1000)
  expect(service.endsAt).toBeUndefined()
  await run.next()
  expect(state()).toMatchObject({ step: 'answering', question: { n: 1 } })
})

test('a phone that slept is told the time that is really left, and keeps what was chosen', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  run.choose(['B'])
  service.endsAt! -= 15_000
  await run.seen()
  expect(state().given).toEqual(['B'])
  await pass(6_000)
  expect(service.answers).toMatchObject([{ given: ['B'] }])
})

test('a close in the middle is said in the service’s words', async () => {
  const service = new FakeService('question')
  const { run, state } = await begun(service)
  service.trouble.answer = [refused('over')]
  run.choose(['A'])
  await run.submit()
  expect(state()).toMatchObject({ step: 'refused', refusal: { code: 'over', words: '服务说 over' } })
})

test('a page that was left does nothing more', async () => {
  const service = new FakeService('question')
  const { run } = await begun(service)
  service.trouble.answer = Array.from({ length: 50 }, offline)
  run.choose(['A'])
  void run.submit()
  await pass(1_500)
  run.leave()
  const calls = service.log.length
  await pass(120_000)
  expect(service.log).toHaveLength(calls)
})

test('handing in early ends the try', async () => {
  const service = new FakeService('paper')
  const { run, state } = await begun(service)
  await run.finish()
  expect(state().step).toBe('finished')
  expect(service.finished).toBe(true)
})
