let silence: (() => void) | undefined

export function takeTurn(stop: () => void): void {
  const before = silence
  silence = stop
  if (before !== stop) before?.()
}
