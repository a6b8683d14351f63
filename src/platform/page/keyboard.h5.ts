import { closeModal, frontModal, startModalFocus } from './modal-focus.h5'

const PRESSABLE = '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch]'

/** Enter and Space press our own controls as they press a native button; Escape closes the sheet in front. */
export function startKeyboard(): void {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      const modal = frontModal()
      if (modal) closeModal(modal)
      else closeNote()
      return
    }
    if (event.key === 'Tab') return besideText(event)
    if (event.key !== 'Enter' && event.key !== ' ') return
    const target = event.target as HTMLElement
    if (!target.matches?.(PRESSABLE) || target.tagName === 'BUTTON') return
    event.preventDefault()
    target.click()
  })
  startModalFocus()
}

/** The card of a fact in the margin of a wide screen, the words that opened it, and what can be reached in it. */
function marginNote() {
  const note = [...document.querySelectorAll<HTMLElement>('.margin-note')].pop()
  if (!note || note.getClientRects().length === 0) return undefined
  const mention = document.getElementById('opened-mention')
  return { note, mention, stops: [...note.querySelectorAll<HTMLElement>('[tabindex="0"]')] }
}

/** The focus goes back to the words, where it was in the card. */
function closeNote(): void {
  const { note, mention } = marginNote() ?? {}
  if (note?.contains(document.activeElement)) mention?.focus({ preventScroll: true })
  note?.querySelector<HTMLElement>('#note-close')?.click()
}

/** The card comes after the whole text: from the words that opened it Tab goes into it, and back to them. */
function besideText(event: KeyboardEvent): void {
  const { mention, stops = [] } = marginNote() ?? {}
  const from = document.activeElement
  const to = event.shiftKey ? from === stops[0] && mention : from === mention && stops[0]
  if (!to) return
  event.preventDefault()
  to.focus()
}
