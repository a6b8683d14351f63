import type { VirtualClock } from './clock'
import type { Callbacks, Replies } from './reply'

/** One end of a socket, as the server has it. */
export interface Peer {
  url: string
  /** What the app has said, in order. */
  said: unknown[]
  tell(message: object): void
  /** The line breaks. */
  cut(): void
}

interface SocketOptions extends Callbacks {
  url: string
}
type Listener = (event: object) => void

/** Milliseconds one way. */
const ONE_WAY = 30

/** `wx.connectSocket`: gives the task at once, and everything else later. `accept` hears of each; without it nobody is there. */
export function socketApi(
  accept: ((peer: Peer) => void) | undefined,
  clock: VirtualClock,
  replies: Replies,
): Record<string, unknown> {
  return {
    connectSocket: ({ url, ...callbacks }: SocketOptions) => {
      const listeners: Record<'open' | 'message' | 'close' | 'error', Listener[]> = {
        open: [],
        message: [],
        close: [],
        error: [],
      }
      let open = false
      const raise = (kind: keyof typeof listeners, event: object = {}) =>
        void clock.schedule(() => listeners[kind].forEach(it => it(event)), ONE_WAY)
      const end = () => {
        if (!open) return
        open = false
        raise('close')
      }
      const peer: Peer = {
        url,
        said: [],
        tell: message => {
          if (open) raise('message', { data: JSON.stringify(message) })
        },
        cut: end,
      }
      void replies.later('connectSocket', callbacks, () => undefined)
      clock.schedule(() => {
        if (!accept) {
          raise('error')
          return raise('close')
        }
        open = true
        raise('open')
        accept(peer)
      }, ONE_WAY)
      return {
        onOpen: (it: Listener) => void listeners.open.push(it),
        onMessage: (it: Listener) => void listeners.message.push(it),
        onClose: (it: Listener) => void listeners.close.push(it),
        onError: (it: Listener) => void listeners.error.push(it),
        send: ({ data }: { data: string }) =>
          void clock.schedule(() => open && peer.said.push(JSON.parse(data)), ONE_WAY),
        close: end,
      }
    },
  }
}
