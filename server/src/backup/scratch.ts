import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Embedded, startEmbedded } from '../../postgres/embedded'
import { type Connection, connect } from '../database/pool'
import { droppedOnSignal } from './interrupted'

/**
 * Runs `work` on a PostgreSQL of its own that is there for nothing else and gone afterwards, also when a signal ends it: it holds names.
 */
export async function onScratch(work: (connection: Connection) => Promise<void>): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'e-dangshi-verify-'))
  let home = dir
  let starting: Promise<Embedded> | undefined
  const drop = () => {
    for (const it of new Set([home, dir]))
      fs.rmSync(it, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const dropWithServer = async () => {
    // It may be on its way up.
    const begun = await starting?.catch(() => undefined)
    if (begun) home = begun.home
    await begun?.stop().catch(() => undefined)
    drop()
  }
  await droppedOnSignal(dropWithServer, async () => {
    try {
      starting = startEmbedded(dir)
      const own = await starting
      home = own.home
      const connection = connect(own.url, 4, () => undefined)
      try {
        await work(connection)
      } finally {
        await connection.close()
        await own.stop()
      }
    } finally {
      drop()
    }
  })
}
