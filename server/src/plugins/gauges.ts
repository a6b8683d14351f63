import fs from 'node:fs'
import { sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import { lastRuns } from '../backup/runs'
import type { Service } from '../service'

/**
 * What stands behind the service; server/alerts.yml says which of it somebody should be woken by. Returns what looks at it all
 * anew, which never fails: of a database that is away there is that to tell.
 */
export function addGauges(register: Registry, service: Service): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [register] })

  const pool = gauge('database_pool_connections', 'Connections of this process, by what they do', ['state'])
  const waiting = gauge('database_pool_waiting', 'Requests of this process that wait for a connection')
  const most = gauge('database_pool_max', 'Connections that this process may open')
  const up = gauge('database_up', 'Whether the database answers')
  const bytes = gauge('database_size_bytes', 'Size of the database')
  const marks = gauge('rollup_marks', 'Branches and weeks that wait to be added up')
  const oldest = gauge('rollup_oldest_seconds', 'How long the first of them has waited')
  const runs = gauge(
    'backup_timestamp_seconds',
    'When the last backup was made, of when the last verified one is; 0: never',
    ['what'],
  )
  const free = gauge('disk_free_bytes', 'Free on the disk of DATA_DIR')
  const size = gauge('disk_size_bytes', 'Size of the disk of DATA_DIR')

  const ofPool = () => {
    const { totalCount, idleCount, waitingCount, options } = service.pool
    pool.set({ state: 'idle' }, idleCount)
    pool.set({ state: 'busy' }, totalCount - idleCount)
    waiting.set(waitingCount)
    most.set(options.max)
  }
  const ofDatabase = async () => {
    try {
      const { rows } = await sql<{ bytes: number; marks: number; first: Date | null }>`select
        pg_database_size(current_database()) as bytes, count(*) as marks, min(marked_at) as first from branch_dirty`.execute(
        service.db,
      )
      const found = rows[0]!
      const last = await lastRuns(service.db)
      bytes.set(found.bytes)
      marks.set(found.marks)
      oldest.set(found.first ? Math.max(0, (service.now() - found.first.getTime()) / 1000) : 0)
      for (const what of ['made', 'verified'] as const) runs.set({ what }, (last[what] ?? 0) / 1000)
      up.set(1)
    } catch {
      // The rest is still worth knowing.
      up.set(0)
    }
  }
  const ofDisk = async () => {
    const { dataDir } = service.config
    const disk = await fs.promises.statfs(fs.existsSync(dataDir) ? dataDir : '.')
    free.set(disk.bavail * disk.bsize)
    size.set(disk.blocks * disk.bsize)
  }
  return async () => {
    ofPool()
    await Promise.all([ofDatabase(), ofDisk()])
  }
}
