import type { MemberEvent } from '@domain/progress/events'

/** WeChat allows 1 MB a key; 200 kB keeps a write quick on an old phone. Log segments are closed well before that. */
export const SEGMENT_BYTES = 100_000

/** Items of fifty share a key: about 8 kB when all are finished. */
export function itemsKey(item: string): string {
  return `items/${item.slice(0, 1)}-${Math.floor(Number(item.slice(2)) / 50)}`
}

/** Days of a month share a key. */
export function daysKey(day: string): string {
  return `days/${day.slice(0, 7)}`
}

/** Review cards of a hundred questions share a key. */
export function cardsKey(question: string): string {
  return `cards/${Math.floor(Number(question.slice(2)) / 100)}`
}

/** The event log of one day, in numbered segments. */
export function logKey(day: string, segment: number): string {
  return `log/${day}/${String(segment).padStart(3, '0')}`
}

/** The item an event is about, if it is about one. */
export function itemOf(event: MemberEvent): string | undefined {
  return 'item' in event ? event.item : undefined
}
