import type { WebSocket } from 'ws'
import type { z } from 'zod'
import {
  fromHostSchema,
  fromPhoneSchema,
  helloSchema,
  type Hello,
  type ToClient,
} from '../../../../domain/contract/room'
import type { Line, Room } from './room'
import type { Rooms } from './rooms'

/** A socket that has said nothing by then is cut, milliseconds. */
const HELLO_MS = 10_000
/** How often a socket is asked whether it is still there; one that has not answered by the next time is not. */
const PING_MS = 20_000
/** Messages of one socket in a second. A finger gives two or three. */
const A_SECOND = 15
/** Bytes that wait for a phone that does not take them. */
const BACKLOG = 500_000

/** Leads one socket: who it is, then what it says. `address` is where it comes from. */
export function talk(rooms: Rooms, socket: WebSocket, address: string): void {
  let say: ((message: unknown) => void) | undefined
  let left: (() => void) | undefined
  const line = lineOf(socket)
  const silent = setTimeout(() => line.refuse('invalid', '没有说要进哪一场'), HELLO_MS)
  const stopPinging = keepAlive(socket)
  const mayTalk = paced()
  socket.on('message', (data, binary) => {
    if (socket.readyState !== socket.OPEN) return
    if (!mayTalk()) return line.refuse('many', '一下子发得太多，请关掉页面重新打开')
    const message = binary ? undefined : parsed(String(data))
    if (say) return say(message)
    const hello = helloSchema.safeParse(message)
    clearTimeout(silent)
    if (!hello.success) return line.refuse('invalid', '请求的格式不对')
    const room = rooms.at(hello.data, address)
    if (room === 'many') return line.refuse('many', '这里试错的次数太多，请过一分钟再试')
    if (!room) return line.refuse('wrong', '没有这一场。请看清屏幕上的六位数字；也可能已经结束了')
    say = enter(rooms, room, line, hello.data, address)
    left = () => room.leave(line)
  })
  socket.on('close', () => {
    clearTimeout(silent)
    stopPinging()
    left?.()
  })
  // Too long a message, or one that is no WebSocket's: it is closed already.
  socket.on('error', () => undefined)
}

/** Lets somebody in; what they say after that. */
function enter(rooms: Rooms, room: Room, line: Line, hello: Hello, address: string): (message: unknown) => void {
  const checked =
    <T>(schema: z.ZodType<T>, act: (message: T) => void) =>
    (message: unknown) => {
      const known = schema.safeParse(message)
      if (known.success) act(known.data)
      else line.refuse('invalid', '请求的格式不对')
    }
  if (hello.t === 'host') {
    if (!room.isHost(hello.key)) {
      rooms.tries.wrong(address)
      line.refuse('wrong', '这块屏幕不是主持人的')
      return () => undefined
    }
    room.addScreen(line, address)
    return checked(fromHostSchema, message => {
      if (room.fromHost(message)) void rooms.end(room, '主持人结束了这一场')
    })
  }
  const player = hello.t === 'join' ? room.join(line, hello.name, address, hello.key) : room.comeBack(line, hello.key)
  if (player === undefined) return () => undefined
  return checked(fromPhoneSchema, message => room.fromPhone(player, message))
}

function lineOf(socket: WebSocket): Line {
  const send = (message: ToClient) => {
    if (socket.readyState !== socket.OPEN) return
    // It comes back and is told everything anew.
    if (socket.bufferedAmount > BACKLOG) return socket.terminate()
    socket.send(JSON.stringify(message))
  }
  return {
    send,
    refuse: (code, message) => {
      send({ t: 'no', code, message })
      socket.close(4000, code)
    },
  }
}

function keepAlive(socket: WebSocket): () => void {
  let there = true
  socket.on('pong', () => {
    there = true
  })
  const timer = setInterval(() => {
    if (!there) return socket.terminate()
    there = false
    socket.ping()
  }, PING_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether another message may come now, by a clock that only goes forward. */
function paced(): () => boolean {
  let since = performance.now()
  let count = 0
  return () => {
    const now = performance.now()
    if (now - since > 1000) {
      since = now
      count = 0
    }
    count += 1
    return count <= A_SECOND
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
