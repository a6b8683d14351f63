import type { AuditGroup } from '@domain/contract/audit'
import type { AuditRow } from '@domain/contract/audit-page'
import type { ReportingPeriod } from '@domain/district/reporting-period'
import type { Day } from '@domain/time/day'
import { type ExportRows, orgApi, type SampleRequest } from '@/api/orgs'
import { giveFile } from '@/platform/files/files'
import { useCountedPages, usePages } from './pages'
import { useQuery } from './query'
import { authorised } from '@/stores/session'

const of = (org: string) => orgApi(authorised, org)
const keyOf = (...parts: (string | ReportingPeriod)[]) =>
  parts.map(it => (typeof it === 'string' ? it : it.start)).join(' ')

/** One organisation in a period, with its children in pages. */
export function useOrg(org: string, period: ReportingPeriod) {
  return useCountedPages(keyOf('org', org, period), async from => {
    const page = await of(org).page(period, from)
    return { ...page, rows: page.children }
  })
}

/** Who looked at or took what, at and under the organisation, latest first. */
export function useOrgAudit(org: string, group?: AuditGroup) {
  return usePages<AuditRow, null, string>(keyOf('audit', org, group ?? ''), async before => {
    const { rows, next } = await of(org).audit(before, group)
    return { head: null, rows, ...(next !== undefined && { next }) }
  })
}

export const useTrend = (org: string, week: Day) => useQuery(keyOf('trend', org, week), () => of(org).trend(week))

/** Draws people at random; written into the audit log first. @throws ApiError */
export const drawSample = (org: string, request: SampleRequest) => of(org).sample(request)

/** Gives the table as a file of the same columns. @returns its name @throws ApiError, or when the file is refused */
export async function exportOrgs(org: string, rows: ExportRows, format: 'csv' | 'xlsx', period: ReportingPeriod) {
  const { name, bytes } = await of(org).file(rows, format, period)
  await giveFile(name, bytes)
  return name
}
