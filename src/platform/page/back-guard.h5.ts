import Taro from '@tarojs/taro'
import { closeModal, modals } from './modal-focus.h5'

/** What the history library and we keep with an entry of the browser's history: its place; whether it is the one below all. */
interface Entry {
  idx?: number
  below?: true
  first?: true
}

/** Place of the entry that is shown. */
let place = 0
/** Whether the next move through the history is one of ours, which nobody is to see. */
let ours = false
/** Whether the next move is asked for by the app itself. */
let asked = false

/** Longer than a browser takes to leave for another site, milliseconds. */
const LEFT_BY_MS = 500

const entry = (): Entry => (window.history.state ?? {}) as Entry

/**
 * What a sheet or dialog opens, Back closes: the move is taken back, and what closes the one in front is pressed, as by
 * Escape. Below the first page an entry of ours is laid, so that a Back on it can be noticed at all.
 */
export function startBackGuard(): void {
  layBelow()
  place = entry().idx ?? 0
  // As soon as the router hears of a move: the page itself may be a while in coming, and Back does not wait for it.
  Taro.eventCenter.on('__taroRouterChange', () => (place = entry().idx ?? place))
}

function layBelow(): void {
  const now = entry()
  if (now.first || now.below || (now.idx ?? 0) > 0) return
  window.history.replaceState({ ...now, below: true }, '')
  window.history.pushState({ ...now, first: true }, '')
}

/** The app goes back itself, from a dialog perhaps. */
export function passBack(): void {
  asked = true
}

function onPop(event: PopStateEvent): void {
  const to = (event.state ?? {}) as Entry
  const wanted = asked
  asked = false
  if (ours) {
    ours = false
    return event.stopImmediatePropagation()
  }
  const modal = wanted ? undefined : modals().pop()
  // A place of its own, so that going there and back is one step each.
  const back = to.below ? 1 : place - (to.idx ?? place)
  if (modal && back > 0) {
    event.stopImmediatePropagation()
    move(back)
    closeModal(modal)
  } else if (to.below) {
    event.stopImmediatePropagation()
    leave()
  }
}

function move(steps: number): void {
  ours = true
  window.history.go(steps)
}

/** Away from the app; where there is nothing before it, the page stays. */
function leave(): void {
  window.history.back()
  setTimeout(() => {
    if (entry().below) move(1)
  }, LEFT_BY_MS)
}

// As this file is read: the router listens from its start on, and who has listened first is told first.
window.addEventListener('popstate', onPop, true)
