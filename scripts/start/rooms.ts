import type http from 'node:http'
import type { Rooms } from '../../server/src/features/rooms/rooms'

/**
 * Brings up the rooms, which need no database, and hands them to these servers. `address` is what phones of the same network open;
 * without, there is none.
 */
export async function bringUpRooms(
  mounts: readonly ((rooms: http.Server) => void)[],
  address: string | undefined,
): Promise<{ rooms: Rooms; close(): Promise<void> }> {
  const { readConfig } = await import('../../server/src/config')
  const { roomsOf } = await import('../../server/src/start')
  const { buildRoomApp } = await import('../../server/src/lan')
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, DEMO: '1', HOST: '127.0.0.1' })
  const rooms = roomsOf(config, address)
  await rooms.restore()
  const app = await buildRoomApp(rooms, config.logLevel)
  for (const mount of mounts) mount(app.server)
  const close = async () => {
    await app.close()
    await rooms.close()
  }
  return { rooms, close }
}
