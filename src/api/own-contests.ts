import type { OwnContest } from '@domain/contract/contest-entry'
import type { Ask } from './client'

/** Contests that are open to the member: coming, open, and over of late. @throws ApiError */
export async function ownContests(ask: Ask): Promise<OwnContest[]> {
  return (await ask<{ contests: OwnContest[] }>('GET', '/v1/me/contests')).contests
}
