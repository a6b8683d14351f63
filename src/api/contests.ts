import type {
  Ack,
  ClockAnswer,
  ContestAnswer,
  OwnContest,
  ShownQuestion,
  Start,
  Ticket,
  Try,
} from '@domain/contract/contest-entry'
import type { ContestReview, OwnResult } from '@domain/contract/contest-results'
import { decodeUtf8 } from '@domain/text/utf8'
import { type Ask, call, type Download } from './client'

/** One contest as an entrant takes it. Every call rejects with ApiError; one that is not for the member's branch is a 404. */
export function contestApi(ask: Ask, id: string) {
  const at = `/v1/me/contests/${encodeURIComponent(id)}`
  return {
    read: () => ask<OwnContest>('GET', at),
    /** One's place in line; the time that it says is waited before {@link start}. */
    ticket: () => ask<Ticket>('POST', `${at}/ticket`),
    start: (start: Start) => ask<Try>('POST', `${at}/start`, { body: start }),
    /** Takes the try over to this phone. */
    resume: (of: { device: string }) => ask<Try>('POST', `${at}/resume`, { body: of }),
    /** Measures the line: what came back is sent again at once. */
    clock: (of: { try: number; device: string; echo?: string }) =>
      ask<ClockAnswer>('POST', `${at}/clock`, { body: of }),
    question: (of: { try: number; device: string; n: number }) =>
      ask<ShownQuestion>('POST', `${at}/question`, { body: of }),
    /** Stored when it is acknowledged; the same again gives the same acknowledgement. */
    answer: (answer: ContestAnswer) => ask<Ack>('POST', `${at}/answers`, { body: answer }),
    finish: (of: { try: number; device: string }) => ask<Try>('POST', `${at}/finish`, { body: of }),
    result: () => ask<OwnResult>('GET', `${at}/result`),
    review: () => ask<ContestReview>('GET', `${at}/review`),
    appeal: (number: number, words: string) =>
      ask<{ id: string }>('POST', `${at}/appeals`, { body: { number, words } }),
    /** The sealed pool as the text that was hashed; a 404 where it stays closed. */
    pool: async () => decodeUtf8((await ask<Download>('GET', `${at}/pool`, { bytes: true })).bytes.slice().buffer),
    certificate: async () => (await ask<{ code: string }>('GET', `${at}/certificate`)).code,
  }
}

/** The public key of the service's certificates, base64url; anybody may ask. @throws ApiError */
export async function certificateKey(): Promise<string> {
  return (await call<{ key: string }>('GET', '/v1/certificate-key')).key
}
