import type { Idempotent } from '@domain/contract/idempotency-key'
import type { AssignmentDetail, AssignmentSummary, NewAssignment, OwnAssignment } from '@domain/contract/assignments'
import type { Ask, Download } from './client'

/** 任务 of one branch, for its secretary. Every call rejects with ApiError. */
export function assignmentApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}/assignments`
  return {
    list: async () => (await ask<{ assignments: AssignmentSummary[] }>('GET', at)).assignments,
    detail: (id: string) => ask<AssignmentDetail>('GET', `${at}/${id}`),
    assign: (assignment: NewAssignment & Idempotent) => ask<{ id: string }>('POST', at, { body: assignment }),
    file: (id: string, format: 'csv' | 'xlsx') => ask<Download>('GET', `${at}/${id}/export.${format}`, { bytes: true }),
    remove: (id: string) => ask<null>('DELETE', `${at}/${id}`),
  }
}

/** One's own assignments, the nearest last day first. */
export async function ownAssignments(ask: Ask): Promise<OwnAssignment[]> {
  return (await ask<{ assignments: OwnAssignment[] }>('GET', '/v1/me/assignments')).assignments
}
