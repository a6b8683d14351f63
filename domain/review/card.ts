import { type Card, Rating, State, fsrs } from 'ts-fsrs'
import type { ShelfId } from '../catalog/types'
import { type Day, addDays, dayOfUtc, daysBetween, utcMidnight } from '../time/day'

/** A notebook card, compact JSON. Scheduling is in whole Shanghai days. */
export interface ReviewCard {
  /** Question id. */
  q: string
  /** Content hash of the wording last answered. */
  hash: string
  shelf: ShelfId
  due: Day
  last: Day
  /** ts-fsrs: stability (days), difficulty (1–10). */
  s: number
  d: number
  reps: number
  lapses: number
  state: 1 | 2 | 3
  /** Different days, in a row, on which it was answered right; at most three. */
  rights: Day[]
  /** The day it left the notebook; it stays for relapses. */
  left?: Day
}

/** Right answers on so many different days in a row let a card leave. */
const RIGHTS_TO_LEAVE = 3

export interface ReviewAnswer {
  question: string
  hash: string
  shelf: ShelfId
  correct: boolean
  /** Shanghai day of the answer. */
  day: Day
}

// No fuzz: the same answers must give the same cards on every phone. No minute-long learning steps: people come once a day.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 60 })

const round = (n: number) => Math.round(n * 10_000) / 10_000

/** ts-fsrs counts in UTC days; a Shanghai day is given to it as that day's UTC midnight. */
function toFsrs(card: ReviewCard): Card {
  return {
    due: utcMidnight(card.due),
    last_review: utcMidnight(card.last),
    stability: card.s,
    difficulty: card.d,
    elapsed_days: 0,
    scheduled_days: daysBetween(card.last, card.due),
    learning_steps: 0,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state as State,
  }
}

const EMPTY: Omit<Card, 'due'> = {
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
  state: State.New,
}

/**
 * The card after an answer in any mode. A wrong answer makes a card or takes one back into the notebook; a right answer
 * to a question without a card makes none. After three right answers on three different days in a row the card leaves
 * (`left`). A second right answer on the same day changes nothing. Answers must come in order of time; one dated before
 * the card's last is taken as given on that last day. Rule: our own, docs/decisions/0024-notebook.md; intervals: FSRS.
 */
export function answerCard(card: ReviewCard | undefined, answer: ReviewAnswer): ReviewCard | undefined {
  const { question, hash, shelf, correct } = answer
  if (!card && !correct) return schedule({ ...EMPTY, due: utcMidnight(answer.day) }, answer, [], undefined)
  if (!card) return undefined
  const day = answer.day < card.last ? card.last : answer.day
  if (correct && card.rights.indexOf(day) >= 0) return { ...card, hash }
  const rights = correct ? [...card.rights, day].slice(-RIGHTS_TO_LEAVE) : []
  const left = correct ? (card.left ?? (rights.length >= RIGHTS_TO_LEAVE ? day : undefined)) : undefined
  return schedule(toFsrs(card), { question, hash, shelf, correct, day }, rights, left)
}

function schedule(from: Card, answer: ReviewAnswer, rights: Day[], left: Day | undefined): ReviewCard {
  const { card } = scheduler.next(from, utcMidnight(answer.day), answer.correct ? Rating.Good : Rating.Again)
  // What was just got wrong is asked again tomorrow, whatever its history; FSRS alone may say two or more days.
  const tomorrow = addDays(answer.day, 1)
  const due = answer.correct ? dayOfUtc(card.due) : tomorrow
  return {
    q: answer.question,
    hash: answer.hash,
    shelf: answer.shelf,
    due: due > tomorrow ? due : tomorrow,
    last: answer.day,
    s: round(card.stability),
    d: round(card.difficulty),
    reps: card.reps,
    lapses: card.lapses,
    state: card.state as 1 | 2 | 3,
    rights,
    ...(left ? { left } : {}),
  }
}

/** The chance (0–1) that the answer is still known on `day`, by the FSRS forgetting curve. */
export function retrievability(card: ReviewCard, day: Day): number {
  return scheduler.get_retrievability(toFsrs(card), utcMidnight(day < card.last ? card.last : day), false)
}
