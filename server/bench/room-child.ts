/** Rooms in a process of their own, to be measured. Prints its address. */
import { questionsOf } from '../src/features/rooms/questions'
import { Rooms } from '../src/features/rooms/rooms'
import { buildRoomApp } from '../src/lan'

async function main(): Promise<void> {
  const rooms = new Rooms({ dir: process.env.ROOMS_DIR, find: questionsOf('dist/feed') })
  const app = await buildRoomApp(rooms, 'silent')
  process.once('SIGTERM', () => process.exit(0))
  console.log(JSON.stringify({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) }))
}
void main()
