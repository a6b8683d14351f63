import { reportApi, type ReportPeriod } from '@/api/branch'
import type { Download } from '@/api/client'
import { giveFile } from '@/platform/files/files'
import { authorised } from '@/stores/session'

/** Fetches the branch's week or month as a file and hands it over. Rejects with a sentence for the secretary. */
export async function saveReport(branch: string, period: ReportPeriod, format: 'csv' | 'xlsx'): Promise<void> {
  await save(reportApi(authorised, branch).file(period, format))
}

/** Hands over a file that the service makes. Rejects with a sentence for the secretary. */
export async function save(making: Promise<Download>): Promise<void> {
  const { name, bytes } = await making
  await giveFile(name, bytes).catch(() => {
    throw new Error('文件没有存下来，请再试一次')
  })
}
