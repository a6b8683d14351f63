import type { Socket, SocketHears } from './socket'

export function openSocket(path: string, { onOpen, onMessage, onClose }: SocketHears): Socket {
  const url = new URL(SERVICE_URL + path, location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  const socket = new WebSocket(url.href)
  socket.onopen = onOpen
  socket.onmessage = event => onMessage(String(event.data))
  // An error is always followed by it.
  socket.onclose = onClose
  return {
    send: text => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
    },
  }
}
