import type { Idempotent } from '@domain/contract/idempotency-key'
import type {
  Leave,
  MeetingEdit,
  CheckedIn,
  CheckInCode,
  MeetingDetail,
  MeetingList,
  NewMeeting,
  OwnMeeting,
} from '@domain/contract/meetings'
import type { OwnHours } from '@domain/contract/study-hours'
import type { Ask, Download } from './client'

/** Meetings of one branch, for its secretary. Every call rejects with ApiError. */
export function meetingApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}/meetings`
  return {
    list: () => ask<MeetingList>('GET', at),
    detail: (id: string) => ask<MeetingDetail>('GET', `${at}/${id}`),
    arrange: (meeting: NewMeeting & Idempotent) => ask<{ id: string }>('POST', at, { body: meeting }),
    edit: (id: string, record: MeetingEdit) => ask<null>('PUT', `${at}/${id}`, { body: record }),
    /** Every meeting of a year back and ahead, one a line. */
    ledger: (format: 'csv' | 'xlsx') => ask<Download>('GET', `${at}/export.${format}`, { bytes: true }),
    file: (id: string, format: 'csv' | 'xlsx') => ask<Download>('GET', `${at}/${id}/export.${format}`, { bytes: true }),
    remove: (id: string) => ask<null>('DELETE', `${at}/${id}`),
    /** Opens check-in. @param minutes how long the code is good for */
    code: (id: string, minutes: number) => ask<CheckInCode>('POST', `${at}/${id}/code`, { body: { minutes } }),
    closeCode: (id: string) => ask<null>('DELETE', `${at}/${id}/code`),
    mark: (id: string, members: string[], reason: string) =>
      ask<null>('POST', `${at}/${id}/attendance`, { body: { members, reason } }),
    unmark: (id: string, member: string) => ask<null>('DELETE', `${at}/${id}/attendance/${member}`),
    leave: (id: string, members: string[], leave: Leave) =>
      ask<null>('POST', `${at}/${id}/leave`, { body: { members, ...leave } }),
    endLeave: (id: string, member: string) => ask<null>('DELETE', `${at}/${id}/leave/${member}`),
  }
}

/** Signs in with what was scanned or typed. */
export function checkIn(ask: Ask, code: string): Promise<CheckedIn> {
  return ask('POST', '/v1/me/meetings/sign-in', { body: { code } })
}

/** What is arranged in one's branch and expects one. @throws ApiError */
export const ownMeetings = async (ask: Ask): Promise<OwnMeeting[]> =>
  (await ask<{ meetings: OwnMeeting[] }>('GET', '/v1/me/meetings')).meetings

/** One's own 学时 of a year (`YYYY`). @throws ApiError */
export const ownHours = (ask: Ask, year: string): Promise<OwnHours> =>
  ask('GET', '/v1/me/study-hours', { query: { year } })
