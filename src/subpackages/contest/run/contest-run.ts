import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ack, AskAnswer, ClockAnswer, ContestQuestion, Ticket, Try } from './contest-service'
import type { Beginning, Pending, RunDeps, RunState } from './run-state'
import { ApiError } from '@/api/client'

/** Pauses between tries when nobody says how long, milliseconds; the last is repeated. */
const AGAIN_MS = [1_000, 2_000, 4_000, 5_000]
/** Measurements of the line before the first question. */
const MEASURED = 3

/** What is chosen is handed in so long before its time is over: the phone stores it, and the service is busy. Milliseconds. */
const AHEAD_MS = 500
/** The most that a slow line takes off the time, milliseconds. */
const AHEAD_MOST_MS = 3_000
/** Answers of the service whose slowest says what the line may take. */
const WAYS = 5

/** The page was left, or another way was taken meanwhile. */
class Left extends Error {}

/**
 * One try of a contest as a phone goes through it. The service alone knows time, order and keys; this asks for one question
 * after the other, repeats what was not answered until it is, and says where it stands.
 */
export class ContestRun {
  readonly store: StoreApi<RunState>
  private turn = 0
  private wake: (() => void) | undefined
  private forgetTimer: (() => void) | undefined
  /** Which turn asks for the time that is left of the question in sight. */
  private looking: number | undefined
  /** How long the last answers of the service took, milliseconds. */
  private ways: number[] = []
  /** When the service passes the question by, by the monotonic clock, at the latest. */
  private passedBy = 0
  private pending: Pending | undefined
  /** The question whose answer was handed in last. */
  private handedIn = 0

  constructor(private readonly deps: RunDeps) {
    this.pending = deps.pending
    this.store = createStore<RunState>(() => ({
      step: 'opening',
      try: 1,
      questions: deps.questions,
      given: [],
      late: false,
      passed: 0,
      allowanceMs: 0,
    }))
  }

  /** Begins a new try: a place in line, the start, the line measured, the first question. */
  begin(beginning: Beginning): Promise<void> {
    return this.take(async turn => {
      const own = await this.stand(beginning, turn)
      await this.goOn(own, turn)
    })
  }

  /** Goes on with the try that is begun, on this phone. */
  resume(): Promise<void> {
    return this.take(async turn => {
      const own = await this.asked(() => this.deps.service.resume({ device: this.deps.device }), turn)
      await this.goOn(own, turn)
    })
  }

  choose(given: string[]): void {
    if (this.store.getState().step === 'answering') this.store.setState({ given })
  }

  /** Gives the answer that is chosen. */
  submit(): Promise<void> {
    const { step, question, given } = this.store.getState()
    if (step !== 'answering' || !question || given.length === 0) return Promise.resolve()
    this.store.setState({ step: 'sending' })
    return this.take(turn => this.give({ try: this.store.getState().try, n: question.n, given }, turn))
  }

  /** The next question, when the person asks for it. */
  next(): Promise<void> {
    const { step, question } = this.store.getState()
    if (step === 'taken') return this.take(turn => this.ask(this.handedIn + 1, turn))
    if (!question || step !== 'time-up') return Promise.resolve()
    return this.take(turn => this.askPassed(question.n, turn))
  }

  /** Hands the paper in before its end. */
  finish(): Promise<void> {
    return this.take(async turn => {
      const { service, device } = this.deps
      await this.asked(() => service.finish({ try: this.store.getState().try, device }), turn)
      this.over()
    })
  }

  /** Asks again now instead of after the pause: the network is back, or the person wants it. */
  again(): void {
    this.wake?.()
  }

  /** The page is in sight again: phones stop their clocks in sleep, so the time that is left is asked for. */
  seen(): Promise<void> {
    this.again()
    const { step, question } = this.store.getState()
    // While the answer to that is waited for the time runs out all the same.
    return step === 'answering' && question ? this.take(turn => this.ask(question.n, turn), true) : Promise.resolve()
  }

  /** Ends what runs here; the try stays as it is at the service. */
  leave(): void {
    this.turn++
    this.forgetTimer?.()
    this.again()
  }

  /** Does one thing at a time: whatever was under way is left. @param timed the question's time goes on meanwhile */
  private async take(work: (turn: number) => Promise<void>, timed = false): Promise<void> {
    const turn = ++this.turn
    this.looking = timed ? turn : undefined
    if (!timed) this.forgetTimer?.()
    this.again()
    try {
      await work(turn)
    } catch (error) {
      if (error instanceof Left || turn !== this.turn) return
      this.refuse(error as Error)
    }
  }

  private refuse(error: Error): void {
    const code = error instanceof ApiError ? error.code : ''
    this.forgetTimer?.()
    this.store.setState({ waiting: undefined, line: undefined })
    if (code === 'taken_over') return this.store.setState({ step: 'elsewhere' })
    if (code === 'finished') return this.over()
    this.store.setState({ step: 'refused', refusal: { code, words: error.message } })
  }

  /** A place in line, and the start when its turn has come. */
  private async stand({ consent, name }: Beginning, turn: number): Promise<Try> {
    const { service, device } = this.deps
    let ticket: Ticket = await this.asked(() => service.ticket(), turn)
    let waitMs = ticket.waitMs
    for (;;) {
      this.store.setState({ step: 'line', line: { place: ticket.place, until: this.deps.mono() + waitMs } })
      // Nobody comes sooner by asking sooner.
      await this.pause(waitMs, turn, false)
      try {
        const own = await this.asked(() => service.start({ ticket: ticket.ticket, device, consent, name }), turn)
        this.store.setState({ line: undefined })
        return own
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'ticket') throw error
        // Too early by the service's clock, or a ticket of a service that has been restarted since.
        ticket = await this.asked(() => service.ticket(), turn)
        waitMs = Math.max(ticket.waitMs, Number(error.more.waitMs) || 0)
      }
    }
  }

  private async goOn(own: Try, turn: number): Promise<void> {
    this.store.setState({ try: own.try, questions: own.questions, allowanceMs: own.allowanceMs })
    if (own.state === 'finished') return this.over()
    const left = this.pending
    // Before anything else: its time runs. The line was measured when its question was asked for.
    if (left?.try === own.try && left.n === own.answered) {
      this.store.setState({ step: 'sending', given: left.given })
      return this.give(left, turn)
    }
    // Stored, and the acknowledgement lost: it is told of, and the next question comes only where its time runs already.
    if (left?.try === own.try && left.n === own.answered - 1) return this.give(left, turn, true)
    await this.measure(own.try, turn)
    await this.ask(own.answered, turn)
  }

  /** How long the way to the service is; the time for an answer is longer by it. What fails here costs nobody anything. */
  private async measure(which: number, turn: number): Promise<void> {
    const { service, device } = this.deps
    let echo: string | undefined
    for (let i = 0; i <= MEASURED; i++) {
      const answer: ClockAnswer = await this.asked(
        () => service.clock({ try: which, device, ...(echo && { echo }) }),
        turn,
      )
      echo = answer.echo
      this.store.setState({ allowanceMs: answer.allowanceMs })
    }
  }

  private async ask(n: number, turn: number): Promise<void> {
    const { service, device } = this.deps
    const { try: which, passed } = this.store.getState()
    const shown = await this.asked(() => service.question({ try: which, device, n }), turn)
    this.store.setState({ passed: passed + shown.passed, allowanceMs: shown.allowanceMs })
    if (shown.finished || !shown.question) return this.over()
    this.show(shown.question)
  }

  /** Of a question whose time is over the service passes on by itself, but not before what the line is allowed is over, too. */
  private async askPassed(n: number, turn: number): Promise<void> {
    const { clock, mono } = this.deps
    this.store.setState({ step: clock === 'paper' ? 'sending' : 'opening' })
    await this.pause(this.passedBy - mono(), turn, false)
    await this.ask(n, turn)
  }

  private show(question: ContestQuestion): void {
    const { question: before, given, allowanceMs } = this.store.getState()
    const { mono, after } = this.deps
    const { leftMs } = question
    const handsIn = Math.max(0, leftMs - this.ahead())
    this.passedBy = mono() + leftMs + allowanceMs
    this.store.setState({
      step: 'answering',
      question,
      endsAt: mono() + handsIn,
      given: before?.n === question.n ? given : [],
    })
    this.looking = undefined
    this.forgetTimer?.()
    this.forgetTimer = after(handsIn, () => this.timeUp())
  }

  /**
   * How long before the end, as this phone has it, what is chosen is sent, so that the service has it in time. The phone learns of the
   * end by one way's length too late, and the answer takes the other: together one way there and back, of which the service allows what
   * it measured. The rest is what the line was slower by than that.
   */
  private ahead(): number {
    const slower = Math.max(0, ...this.ways) - this.store.getState().allowanceMs
    return Math.min(AHEAD_MOST_MS, AHEAD_MS + Math.max(0, slower))
  }

  /** What is chosen by then is handed in, before the time ends. */
  private timeUp(): void {
    const { step, question, given } = this.store.getState()
    if (step !== 'answering' || !question) return
    if (given.length > 0) return void this.submit()
    // What is being asked for may be the next question, and its time has begun.
    if (this.looking === this.turn) return
    if (this.deps.clock === 'question') return this.store.setState({ step: 'time-up' })
    void this.take(turn => this.askPassed(question.n, turn))
  }

  /** @param next whether the acknowledgement brings the next question */
  private async give(answer: Pending, turn: number, next = this.deps.clock === 'paper'): Promise<void> {
    const { service, device, clock } = this.deps
    this.pending = answer
    // Sent while it is written: a slow storage takes nothing off the time.
    const kept = this.keep(answer)
    const sent: AskAnswer = { ...answer, device, next }
    const ack: Ack | 'answered' | 'early' = await this.asked(() => service.answer(sent), turn).catch((error: Error) => {
      // Another answer of this phone's was there first, or its turn is over: what the service has holds.
      if (error instanceof ApiError && (error.code === 'answered' || error.code === 'early')) return error.code
      throw error
    })
    this.pending = undefined
    await kept
    await this.keep(undefined)
    if (turn !== this.turn) return
    // Whoever has just come back is looking on, and what follows may be running: they go on with it.
    if (ack === 'answered' || ack === 'early')
      return this.resync(turn, ack === 'answered' && !next ? answer.n : undefined)
    this.store.setState({ late: ack.late, otherFirst: false })
    if (ack.finished) return this.over()
    if (ack.question) return this.show(ack.question)
    const { question = ack } = this.store.getState()
    // Also where the app was killed before it was sent and no question is in sight: the next one's time waits to be asked for.
    if (clock === 'question' && question.n === ack.n) {
      this.handedIn = ack.n
      return this.store.setState({ step: 'taken' })
    }
    await this.ask(ack.n + 1, turn)
  }

  /** A phone that keeps nothing still sends. */
  private keep(pending: Pending | undefined): Promise<void> {
    return this.deps.keep(pending).catch((error: Error) => console.warn('an answer is not kept', error))
  }

  /** @param answered the question that another window has answered: this one may be out of sight, and begins no other's time */
  private async resync(turn: number, answered?: number): Promise<void> {
    const { service, device, clock } = this.deps
    const own = await this.asked(() => service.resume({ device }), turn)
    if (own.state === 'finished') return this.over()
    if (clock === 'question' && answered !== undefined && own.answered === answered + 1) {
      this.handedIn = answered
      return this.store.setState({ step: 'taken', late: false, otherFirst: true })
    }
    await this.ask(own.answered, turn)
  }

  private over(): void {
    this.forgetTimer?.()
    this.store.setState({ step: 'finished', waiting: undefined, line: undefined, question: undefined })
  }

  /** Asks until there is an answer: a dead line and a full service are waited for. */
  private async asked<T>(send: () => Promise<T>, turn: number): Promise<T> {
    for (let tried = 0; ; tried++) {
      try {
        const from = this.deps.mono()
        const answer = await send()
        this.ways = [...this.ways, this.deps.mono() - from].slice(-WAYS)
        if (turn !== this.turn) throw new Left()
        this.store.setState({ waiting: undefined })
        return answer
      } catch (error) {
        if (turn !== this.turn) throw new Left()
        if (!(error instanceof ApiError) || !error.retryable) throw error
        const ms = Number(error.more.retryMs) || AGAIN_MS[Math.min(tried, AGAIN_MS.length - 1)]!
        this.store.setState({
          waiting: { why: error.status === 0 ? 'offline' : 'busy', until: this.deps.mono() + ms },
        })
        await this.pause(ms, turn)
      }
    }
  }

  /** Until the time is over or, where it may be cut short, somebody calls {@link again}. */
  private async pause(ms: number, turn: number, short = true): Promise<void> {
    if (ms > 0) {
      await new Promise<void>(resolve => {
        const forget = this.deps.after(ms, resolve)
        if (short) {
          this.wake = () => {
            forget()
            resolve()
          }
        }
      })
      this.wake = undefined
    }
    if (turn !== this.turn) throw new Left()
  }
}
