import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { press } from './phone'

export interface Downloaded {
  /** What the member sees in the folder of downloads. */
  name: string
  bytes: Buffer
}

/** Presses a control by id and waits until the file that it gives is whole. */
export async function download(page: Page, id: string): Promise<Downloaded> {
  const downloading = page.waitForEvent('download')
  await press(page, id)
  const file = await downloading
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'download-'))
  // The browser may belong to another process: its own path means nothing here.
  const copy = path.join(folder, 'file')
  await file.saveAs(copy)
  const bytes = fs.readFileSync(copy)
  fs.rmSync(folder, { recursive: true })
  return { name: file.suggestedFilename(), bytes }
}
