/** A WebSocket to the service. `socket.weapp.ts` and `socket.h5.ts`. */

export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketHears {
  onOpen: () => void
  onMessage: (text: string) => void
  /** Once; also when it could not be opened. */
  onClose: () => void
}

/** Opens one at a path of the service, `/v1/…`. */
export declare function openSocket(path: string, hears: SocketHears): Socket
