import type {
  Ack,
  ClockAnswer,
  ContestAnswer as AskAnswer,
  ContestQuestion,
  ShownQuestion,
  Start,
  Ticket,
  Try,
} from '@domain/contract/contest-entry'

export type { Ack, AskAnswer, ClockAnswer, ContestQuestion, ShownQuestion, Ticket, Try }

/** What a run asks: the participation service in a contest, the phone itself in the practice round. Every call rejects with ApiError. */
export interface ContestService {
  ticket(): Promise<Ticket>
  start(start: Start): Promise<Try>
  resume(of: { device: string }): Promise<Try>
  clock(of: { try: number; device: string; echo?: string }): Promise<ClockAnswer>
  question(of: { try: number; device: string; n: number }): Promise<ShownQuestion>
  answer(answer: AskAnswer): Promise<Ack>
  finish(of: { try: number; device: string }): Promise<Try>
}
