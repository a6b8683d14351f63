/** px before its end at which a list grows: nobody sees it end. */
export const ROWS_AHEAD = 1_200

export function watchNearness(id: string, near: number, tell: (isNear: boolean, height: number) => void): () => void {
  // Pages below this one stay in the document, so the last is the one in sight.
  const all = document.querySelectorAll<HTMLElement>(`#${id}`)
  const node = all[all.length - 1]
  // Without it (iOS before 12.2) everything counts as near, as it did before it was invented.
  if (!node || typeof IntersectionObserver === 'undefined') return () => undefined
  const root = scrollerOf(node)
  const observer = new IntersectionObserver(
    entries => {
      const { isIntersecting, boundingClientRect } = entries[entries.length - 1]!
      // Whoever goes along with the keyboard goes on from where they are, though they have scrolled away meanwhile.
      if (!isIntersecting && node.contains(document.activeElement)) return
      // A page below another has no size; nothing of it has gone anywhere.
      if (boundingClientRect.height > 0) tell(isIntersecting, boundingClientRect.height)
    },
    // A page scrolls within its own box; beyond that box's edges the margin counts only when it is named.
    { root, rootMargin: `${near}px 0px` },
  )
  // A key that is held down is quicker than the screen follows: what is beside the focus comes with it.
  const withFocus = ({ target }: Event) => {
    if (besides(node).some(it => it?.contains(target as Node))) tell(true, node.offsetHeight)
  }
  observer.observe(node)
  root?.addEventListener('focusin', withFocus)
  return () => {
    observer.disconnect()
    root?.removeEventListener('focusin', withFocus)
  }
}

/** What stands before and after it; before the end of a list, which has a box of its own, its last rows. */
const besides = (node: Element): (Element | null | undefined)[] => [
  node.previousElementSibling ?? node.parentElement?.previousElementSibling?.lastElementChild,
  node.nextElementSibling,
]

function scrollerOf(node: Element): Element | null {
  const { parentElement } = node
  if (!parentElement || /auto|scroll/.test(getComputedStyle(parentElement).overflowY)) return parentElement
  return scrollerOf(parentElement)
}
