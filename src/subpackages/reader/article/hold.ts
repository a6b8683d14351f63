import { useRef, useState } from 'react'

/** ms after the finger is gone until the sheet is there: the browser's click of that finger has come by then. */
const AFTER = 80

/**
 * A long press that is answered when the finger leaves. A sheet that rises under a finger takes its release for a tap: it
 * closed at once, or chose the sentence that happened to lie there. While it is held the paragraph is marked.
 */
export function useHold(onHeld: (paragraph: number) => void) {
  const [held, setHeld] = useState<number>()
  const at = useRef<number>()
  const answering = useRef(false)
  const many = useRef(false)
  const change = (paragraph: number | undefined) => {
    at.current = paragraph
    setHeld(paragraph)
  }
  const forget = () => {
    if (at.current === undefined) return
    answering.current = false
    change(undefined)
  }
  return {
    held,
    /** `fingers` are on the text now. Two of them move or enlarge the page, and mark nothing, however long they rest. */
    touch: (fingers: number) => {
      many.current = fingers > 1
      if (many.current) forget()
    },
    hold: (paragraph: number) => {
      if (many.current) return
      answering.current = true
      change(paragraph)
    },
    release: () => {
      const paragraph = at.current
      if (paragraph === undefined) return
      change(undefined)
      setTimeout(() => {
        answering.current = false
        onHeld(paragraph)
      }, AFTER)
    },
    forget,
    /** What a tap on a fact or a highlight does; the release of a long press on one is no tap, and opens one sheet, not two. */
    tap: (act: () => void) => {
      if (!answering.current) act()
    },
  }
}
