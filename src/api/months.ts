import type { FiledPage, MonthBook } from '@domain/contract/month-book'
import type { Month } from '@domain/time/month'
import type { Ask } from './client'

/** 月报 of one branch, for its secretary. Every call rejects with ApiError. */
export function monthApi(ask: Ask, branch: string) {
  const at = (month: Month) => `/v1/branches/${encodeURIComponent(branch)}/months/${month}`
  return {
    read: (month: Month) => ask<MonthBook>('GET', at(month)),
    /** The same to be taken out as a file: the service writes that down. */
    export: (month: Month) => ask<MonthBook>('GET', at(month), { query: { export: 'yes' } }),
    /** @param studied how many studied, the slips on this phone included */
    file: (month: Month, studied: number) => ask<null>('PUT', `${at(month)}/filed`, { body: { studied } }),
    takeBack: (month: Month) => ask<null>('DELETE', `${at(month)}/filed`),
  }
}

/** Which branches at and under an organisation have filed a month. @param from rows to leave out @throws ApiError */
export const filedPage = (ask: Ask, org: string, month: Month, from: number): Promise<FiledPage> =>
  ask('GET', `/v1/orgs/${encodeURIComponent(org)}/months/${month}`, { query: { from } })
