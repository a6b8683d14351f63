import type { Day } from '@domain/time/day'
import { reportApi } from '@/api/branch'
import { saveDownload } from '@/actions/save-download'
import { authorised } from '@/stores/session'

/** Fetches the branch's week, by any of its days, as a file and hands it over. Rejects with a sentence for the secretary. */
export async function saveReport(branch: string, week: Day, format: 'csv' | 'xlsx'): Promise<void> {
  await saveDownload(reportApi(authorised, branch).file(week, format))
}
