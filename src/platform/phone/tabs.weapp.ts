export function tellOtherTabs(): void {
  // One window.
}

export function onOtherTab(): void {
  // One window.
}
