import type { AuditGroup } from '@domain/contract/audit'
import type { AuditPage } from '@domain/contract/audit-page'
import type { Ask } from './client'

/** Who did what in one branch, latest first. @param before the `next` of the page before @param group all without one */
export function branchAudit(ask: Ask, branch: string, before?: string, group?: AuditGroup): Promise<AuditPage> {
  return ask('GET', `/v1/branches/${encodeURIComponent(branch)}/audit`, { query: { before, group } })
}
