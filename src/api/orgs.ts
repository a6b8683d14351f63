import type { AuditGroup } from '@domain/contract/audit'
import type { AuditPage } from '@domain/contract/audit-page'
import type { OrgPage, Sample, WeekOfOrg } from '@domain/contract/orgs'
import type { ReportingPeriod } from '@domain/district/reporting-period'
import type { Day } from '@domain/time/day'
import type { Ask, Download } from './client'

export interface SampleRequest {
  size: number
  /** Kept in the audit log. */
  reason: string
  /** Draws the same people again; the service makes one up without it. */
  seed?: string
  week?: Day
}
export type ExportRows = 'children' | 'branches'

const asQuery = ({ kind, start }: ReportingPeriod) => ({ [kind]: start })

/**
 * What lies at and under one organisation, for whoever looks after it. Every call rejects with ApiError; an organisation
 * outside one's own is a 404.
 */
export function orgApi(ask: Ask, org: string) {
  const at = `/v1/orgs/${encodeURIComponent(org)}`
  return {
    /** @param from rows to leave out: pages are of PAGE_OF_ORGS */
    page: (period: ReportingPeriod, from: number) => ask<OrgPage>('GET', at, { query: { ...asQuery(period), from } }),
    /** Thirteen weeks up to that one; weeks without numbers are absent. */
    trend: async (week: Day) => (await ask<{ weeks: WeekOfOrg[] }>('GET', `${at}/trend`, { query: { week } })).weeks,
    sample: (request: SampleRequest) => ask<Sample>('POST', `${at}/sample`, { body: request }),
    audit: (before?: string, group?: AuditGroup) => ask<AuditPage>('GET', `${at}/audit`, { query: { before, group } }),
    file: (rows: ExportRows, format: 'csv' | 'xlsx', period: ReportingPeriod) =>
      ask<Download>('GET', `${at}/export.${format}`, { query: { ...asQuery(period), rows }, bytes: true }),
  }
}
