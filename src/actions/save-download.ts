import type { Download } from '@/api/client'
import { giveFile } from '@/platform/files/files'

/** Hands over a file that the service makes. Rejects with a sentence for whoever asked for it. */
export async function saveDownload(making: Promise<Download>): Promise<void> {
  const { name, bytes } = await making
  await giveFile(name, bytes).catch(() => {
    throw new Error('文件没有存下来，请再试一次')
  })
}
