import { useEffect, useRef } from 'react'

export interface Steps {
  onNext: () => void
  onBack: () => void
}

/** A presenter's remote is a keyboard with Page Down and Page Up. */
const NEXT = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter']
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace']
/** A finger that has moved this far to the side turns the page, px. */
const SWIPE = 60

/** Keys, a remote and a finger go on and back. What is typed or pressed elsewhere is left alone. */
export function useSteps(steps: Steps): void {
  const now = useRef(steps)
  now.current = steps
  useEffect(() => {
    let from: Touch | undefined
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const used = event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey
      if (used || /^(INPUT|TEXTAREA|SELECT|VIDEO|AUDIO)$/.test(target.tagName)) return
      const forward = NEXT.indexOf(event.key) >= 0
      if (!forward && BACK.indexOf(event.key) < 0) return
      event.preventDefault()
      if (forward) now.current.onNext()
      else now.current.onBack()
    }
    const onTouch = (event: TouchEvent) => {
      from = event.touches.length === 1 ? event.touches[0] : undefined
    }
    const onLift = (event: TouchEvent) => {
      const to = event.changedTouches[0]
      if (!from || !to) return
      const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY]
      from = undefined
      if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return
      if (x < 0) now.current.onNext()
      else now.current.onBack()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('touchstart', onTouch, { passive: true })
    document.addEventListener('touchend', onLift, { passive: true })
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('touchstart', onTouch)
      document.removeEventListener('touchend', onLift)
    }
  }, [])
}
