import fs from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder that many processes may want at the same moment: each fills one beside it, the first to rename its own wins,
 * the others take that. So nobody ever sees half of it, and no lock is left behind by one that was killed.
 * @param fill gets the folder to fill; when it throws nothing stays
 */
export function makeOnce(folder: string, fill: (beside: string) => void): void {
  if (fs.existsSync(folder)) return
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  const beside = fs.mkdtempSync(`${folder}-`)
  try {
    fill(beside)
    fs.chmodSync(beside, 0o755)
    fs.renameSync(beside, folder)
  } catch (error) {
    if (!fs.existsSync(folder)) throw error
  } finally {
    fs.rmSync(beside, { recursive: true, force: true })
  }
}
