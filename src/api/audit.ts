import type { AuditPage } from '@domain/contract/audit'
import type { Ask } from './client'

/** Who did what in one branch, latest first. @param before the `next` of the page before */
export function branchAudit(ask: Ask, branch: string, before?: string): Promise<AuditPage> {
  return ask('GET', `/v1/branches/${encodeURIComponent(branch)}/audit`, { query: { before } })
}
