import { type Keys, macs } from '../auth/keys'
import type { Connection } from '../database/pool'
import { openWeek, settleDirty } from '../features/reports/worker'
import type { Manifest } from './manifest'
import { restoreBackup } from './restore'

/**
 * Whether what was hashed then is still recognised: whoever restores with another pepper has everybody bind anew.
 * @returns how many of the peppers of then are missing now
 */
export function peppersMissing({ at, peppers }: Manifest, keys: Keys): number {
  const now = macs(keys, 'backup', at)
  return peppers.filter(it => !now.includes(it)).length
}

/**
 * Restores the backup into an empty database (backup/restore compares every table) and lets the worker add up the weeks there, as
 * the service would at its start. @throws Error that says what is wrong
 */
export async function tryRestore({ pool, db }: Connection, dir: string, manifest: Manifest): Promise<void> {
  await restoreBackup(pool, dir, manifest)
  const at = Date.parse(manifest.at)
  await openWeek(db, at)
  while ((await settleDirty(db, at)) > 0);
}
