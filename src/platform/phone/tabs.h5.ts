const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('e-dangshi')

export function tellOtherTabs(): void {
  channel?.postMessage('changed')
}

/** Where there is no channel, coming back to this tab is the moment to look. */
export function onOtherTab(changed: () => void): void {
  if (channel) channel.addEventListener('message', changed)
  else
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') changed()
    })
}
