import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../../postgres/embedded'
import { type Connection, connect } from '../database/pool'

/** Runs `work` on a PostgreSQL of its own that is there for nothing else and gone afterwards. */
export async function onScratch(work: (connection: Connection) => Promise<void>): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'e-dangshi-verify-'))
  let home = dir
  try {
    const own = await startEmbedded(dir)
    home = own.home
    const connection = connect(own.url, 4, () => undefined)
    try {
      await work(connection)
    } finally {
      await connection.close()
      await own.stop()
    }
  } finally {
    for (const it of new Set([home, dir]))
      fs.rmSync(it, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
