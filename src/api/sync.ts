import type { MemberEvent } from '@domain/progress/events'
import type { BatchAnswer } from '@domain/contract/sync'
import type { History } from '@domain/sync/history'
import { toUpload } from '@domain/sync/upload'
import type { Ask } from './client'

/** Sends a batch, at most BATCH_LIMIT; safe to repeat at any time. @throws ApiError */
export function sendEvents(ask: Ask, events: readonly MemberEvent[]): Promise<BatchAnswer> {
  return ask('POST', '/v1/events', { body: { events: events.map(toUpload) } })
}

/** What the service has counted of the member. @throws ApiError */
export function readHistory(ask: Ask): Promise<History> {
  return ask('GET', '/v1/me/history')
}
