const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('e-dangshi-sound')

let silence: (() => void) | undefined
if (channel) channel.onmessage = () => silence?.()

export function takeTurn(stop: () => void): void {
  const before = silence
  silence = stop
  if (before !== stop) before?.()
  channel?.postMessage('mine')
}
