import Taro from '@tarojs/taro'
import type { Socket, SocketHears } from './socket'

export function openSocket(path: string, { onOpen, onMessage, onClose }: SocketHears): Socket {
  let task: Taro.SocketTask | undefined
  let over = false
  // WeChat may tell of one end twice: as an error and as a close.
  const end = () => {
    if (over) return
    over = true
    onClose()
  }
  Taro.connectSocket({ url: SERVICE_URL.replace(/^http/, 'ws') + path }).then(it => {
    if (over) return it.close({})
    task = it
    it.onOpen(() => !over && onOpen())
    it.onMessage(({ data }) => !over && onMessage(String(data)))
    it.onClose(end)
    it.onError(end)
  }, end)
  return {
    send: data => task?.send({ data, fail: () => undefined }),
    close: () => {
      over = true
      task?.close({})
    },
  }
}
