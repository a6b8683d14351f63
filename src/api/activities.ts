import type {
  ActivityDetail,
  ActivityList,
  ChangedActivity,
  NewActivity,
  OwnActivity,
  Waiting,
} from '@domain/contract/activities'
import type { Idempotent } from '@domain/contract/idempotency-key'
import type { Ask, Download } from './client'

/** What one branch does together beside meetings, for its secretary. Every call rejects with ApiError. */
export function activityApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}/activities`
  return {
    list: () => ask<ActivityList>('GET', at),
    /** What of the ledger waits: a few words of it instead of all. */
    waiting: () => ask<Waiting>('GET', `${at}/waiting`),
    detail: (id: string) => ask<ActivityDetail>('GET', `${at}/${id}`),
    add: (activity: NewActivity & Idempotent) => ask<{ id: string }>('POST', at, { body: activity }),
    change: (id: string, activity: ChangedActivity & Idempotent) =>
      ask<{ id: string }>('PUT', `${at}/${id}`, { body: activity }),
    remove: (id: string) => ask<null>('DELETE', `${at}/${id}`),
    /** 活动台账: everything of a year back and ahead, one a line. */
    ledger: (format: 'csv' | 'xlsx') => ask<Download>('GET', `${at}/export.${format}`, { bytes: true }),
  }
}

/** What is planned in one's own branch, and what is one's own to do. */
export async function ownActivities(ask: Ask): Promise<OwnActivity[]> {
  return (await ask<{ activities: OwnActivity[] }>('GET', '/v1/me/activities')).activities
}
