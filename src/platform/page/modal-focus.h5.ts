const FOCUSABLE = '[tabindex="0"], input, textarea, button, a[href]'

const inSight = (element: HTMLElement) => element.getClientRects().length > 0

/** Sheets and dialogs, the one in front last; pages below stay in the document, unseen. */
export const modals = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[aria-modal=true]')].filter(inSight)

/** Presses what closes a sheet, or answers a dialog with no. */
export const closeModal = (modal: HTMLElement): void =>
  modal.parentElement?.querySelector<HTMLElement>('#dialog-cancel, #sheet-close')?.click()

export const frontModal = (): HTMLElement | undefined => modals().pop()

/**
 * The focus goes into a sheet or dialog when it opens, stays in it, and goes back to what opened it. Watched from here
 * because components know of no document: WeChat has none.
 */
export function startModalFocus(): void {
  const opened: { modal: HTMLElement; opener: Element | null }[] = []
  const settle = () => {
    const modal = frontModal()
    const last = opened[opened.length - 1]
    if (modal === last?.modal) return
    if (modal && !opened.some(it => it.modal === modal)) {
      opened.push({ modal, opener: document.activeElement })
      // The box itself: what is in it is read from its top, and no keyboard pops up.
      modal.setAttribute('tabindex', '-1')
      modal.focus({ preventScroll: true })
      return
    }
    while (opened.length > 0 && opened[opened.length - 1]!.modal !== modal) {
      const { opener } = opened.pop()!
      if (opener instanceof HTMLElement && inSight(opener)) opener.focus({ preventScroll: true })
    }
  }
  new MutationObserver(settle).observe(document.body, { childList: true, subtree: true })
  // Taro's elements move their children once when they first render, which drops the focus.
  document.addEventListener('focusout', () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) frontModal()?.focus({ preventScroll: true })
    }),
  )
  document.addEventListener('keydown', event => {
    const modal = event.key === 'Tab' ? frontModal() : undefined
    if (!modal) return
    const stops = [...modal.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(inSight)
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const leaves = event.shiftKey ? at <= 0 : at === stops.length - 1 || !modal.contains(document.activeElement)
    if (!leaves) return
    event.preventDefault()
    ;(event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus()
  })
}
