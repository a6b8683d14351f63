import type { FromHost, FromPhone, Hello, NewRoom, RefusalCode, RoomMade, ToClient } from '@domain/contract/room'
import { openSocket, type Socket } from '@/platform/phone/socket'
import { call } from './client'

/** Makes a room. @throws ApiError */
export const makeRoom = (room: NewRoom): Promise<RoomMade> => call('POST', '/v1/rooms', { body: room })

interface Hears<View> {
  onView: (view: View) => void
  /** A phone that came for the first time: what it comes back with. */
  onKey?: (key: string) => void
  /** It is over for this one, and why; nothing is tried again. */
  onRefused: (code: RefusalCode, message: string) => void
  /** Whether the line is there. */
  onLine: (there: boolean) => void
}

export interface RoomLink {
  /** Says something, now or never: the view that comes says what has arrived. */
  say(message: FromPhone | FromHost): void
  /** Tries at once, when a phone wakes up or the network is back. */
  wake(): void
  close(): void
}

/** After a line broke, milliseconds; the last again and again. */
const WAITS = [300, 1_000, 2_000, 4_000]
/** Without an answer to its greeting for so long a line is no line. */
const ANSWER_MS = 8_000

/**
 * A line into a room that mends itself: it greets again with `hello()` whenever it was broken, and is told the whole picture.
 * `hello` is asked each time, for a phone has a key once it has come.
 */
export function linkRoom<View>(hello: () => Hello, hears: Hears<View>): RoomLink {
  let socket: Socket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = 0
  let over = false
  let there = false
  /** Under way: whoever wakes up need not begin anew. */
  let connecting = false
  const line = (now: boolean) => {
    if (now !== there) hears.onLine(now)
    there = now
  }
  const end = () => {
    over = true
    clearTimeout(timer)
    socket?.close()
  }
  const again = () => {
    socket?.close()
    line(false)
    connecting = false
    clearTimeout(timer)
    if (over) return
    // Two hundred phones must not come back in one instant.
    const wait = WAITS[Math.min(broken, WAITS.length - 1)]! * (0.7 + 0.6 * Math.random())
    broken += 1
    timer = setTimeout(connect, wait)
  }
  const heard = (message: ToClient) => {
    if (over) return
    if (message.t === 'no') {
      // `many` and `busy` pass; another page of this phone has taken over for good.
      end()
      return hears.onRefused(message.code, message.message)
    }
    if (message.t === 'joined') return hears.onKey?.(message.key)
    clearTimeout(timer)
    broken = 0
    connecting = false
    line(true)
    hears.onView(message.view as View)
  }
  function connect(): void {
    connecting = true
    clearTimeout(timer)
    timer = setTimeout(again, ANSWER_MS)
    const own = openSocket('/v1/rooms/socket', {
      onOpen: () => own.send(JSON.stringify(hello())),
      onMessage: text => own === socket && heard(JSON.parse(text) as ToClient),
      onClose: () => own === socket && again(),
    })
    socket = own
  }
  connect()
  return {
    say: message => socket?.send(JSON.stringify(message)),
    wake: () => {
      if (over || there || connecting) return
      broken = 0
      socket?.close()
      connect()
    },
    close: end,
  }
}
