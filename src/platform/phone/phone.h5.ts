import type { Theme } from './phone'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

export function systemTheme(): Theme {
  return dark.matches ? 'dark' : 'light'
}

export function onSystemTheme(change: (theme: Theme) => void): void {
  const listener = () => change(systemTheme())
  // Safari before 14 has only the old form.
  if (dark.addEventListener) dark.addEventListener('change', listener)
  else dark.addListener(listener)
}

/** Browsers express it as the default font size, 16 px unless the member changed it. */
export function systemTextScale(): number {
  const probe = document.createElement('div')
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium;line-height:1;height:1em'
  document.body.appendChild(probe)
  const size = parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size > 0 ? size / 16 : 1
}

export function monotonicNow(): number {
  return performance.now()
}

export async function randomBytes(length: number): Promise<Uint8Array> {
  return crypto.getRandomValues(new Uint8Array(length))
}
