import fs from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import type { Rooms } from '../../server/src/features/rooms/rooms'
import { USUAL } from './port'

/**
 * Brings up the rooms, which need no database, and hands them to these servers. `address` is what phones of the same network open;
 * without, there is none. Of two that run beside each other on the same data each has its own rooms, by its `port`: a room that both
 * led would be two. A screen or a phone that comes back knows its room by the port anyway.
 */
export async function bringUpRooms(
  mounts: readonly ((rooms: http.Server) => void)[],
  address: string | undefined,
  port: number,
): Promise<{ rooms: Rooms; close(): Promise<void> }> {
  const { readConfig } = await import('../../server/src/config')
  const { roomsOf } = await import('../../server/src/start')
  const { LONGEST_MS } = await import('../../server/src/features/rooms/rooms')
  const { buildRoomApp } = await import('../../server/src/lan')
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, DEMO: '1', HOST: '127.0.0.1' })
  sweepOthers(path.join(config.dataDir, 'rooms'), LONGEST_MS)
  const rooms = roomsOf(config, address, port === USUAL ? '' : String(port))
  await rooms.restore()
  const app = await buildRoomApp(rooms, config.logLevel)
  for (const mount of mounts) mount(app.server)
  const close = async () => {
    await app.close()
    await rooms.close()
  }
  return { rooms, close }
}

/**
 * Deletes what is left of rooms that are over, of other ports and of before each port had its own: a port that is not used again would
 * keep its names for good. @param longest milliseconds after which a room is over, whoever leads it
 */
function sweepOthers(dir: string, longest: number): void {
  try {
    const all = fs.readdirSync(dir, { withFileTypes: true, recursive: true })
    for (const { name, parentPath } of all.filter(it => it.isFile() && it.name.endsWith('.jsonl'))) {
      const file = path.join(parentPath, name)
      if (Date.now() - fs.statSync(file).mtimeMs > longest) fs.rmSync(file)
    }
  } catch {
    // There is none, or it is another user's.
  }
}
