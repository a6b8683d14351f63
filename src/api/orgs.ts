import type { AuditPage } from '@domain/contract/audit'
import type { HowStudied, OrgRow } from '@domain/contract/branch-report'
import type { ReportingPeriod } from '@domain/district/reporting-period'
import type { WeekOfOrg } from '@domain/district/trend'
import type { Day } from '@domain/time/day'
import type { Ask, Download } from './client'

export type OrgType = 'district' | 'committee' | 'general_branch' | 'branch'

/** One organisation with a page of what lies directly under it. */
export interface OrgPage {
  org: { org: string; name: string; type: OrgType; demo: boolean }
  /** Those above it that the asker may see, highest first. */
  above: { org: string; name: string }[]
  /** Absent where nothing has been added up. */
  totals?: OrgRow
  /** How many children there are in all. */
  total: number
  children: OrgRow[]
}
/** A member as seen from above the branch: the name is masked unless the member lets it be seen. */
export interface SeenMember extends HowStudied {
  name: string
  branchCode: string
  branchName: string
}
export interface SampleRequest {
  size: number
  /** Kept in the audit log. */
  reason: string
  /** Draws the same people again; the service makes one up without it. */
  seed?: string
  week?: Day
}
export interface Sample {
  /** Monday. */
  start: Day
  seed: string
  members: SeenMember[]
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
    audit: (before?: string) => ask<AuditPage>('GET', `${at}/audit`, { query: { before } }),
    file: (rows: ExportRows, format: 'csv' | 'xlsx', period: ReportingPeriod) =>
      ask<Download>('GET', `${at}/export.${format}`, { query: { ...asQuery(period), rows }, bytes: true }),
  }
}
