import { closeModal, frontModal, startModalFocus } from './modal-focus.h5'

const PRESSABLE = '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch]'

/** Enter and Space press our own controls as they press a native button; Escape closes the sheet in front. */
export function startKeyboard(): void {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      const modal = frontModal()
      if (modal) closeModal(modal)
      else [...document.querySelectorAll<HTMLElement>('#note-close')].pop()?.click()
      return
    }
    if (event.key !== 'Enter' && event.key !== ' ') return
    const target = event.target as HTMLElement
    if (!target.matches?.(PRESSABLE) || target.tagName === 'BUTTON') return
    event.preventDefault()
    target.click()
  })
  startModalFocus()
}
