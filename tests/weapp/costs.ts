import { controls, tap, words } from './harness/gestures'
import { Phone, type PhoneOptions } from './harness/phone'
import type { Cost } from './harness/recorder'
import { nameOf, type ViewNode } from './harness/tree'
import { PACKAGE } from './subject'

/** kB = 1,000 bytes. */
export const BUDGETS = {
  main: 700_000,
  /** WeChat allows 2,000 kB; this leaves room for content that is longer than what is counted on. */
  subPackage: 1_700_000,
  total: 30_000_000,
  /** All setData of a page until it is quiet. */
  firstSetData: 16_000,
  /** All setData of a tap until it is quiet. */
  tap: 4_000,
}

export interface TapCost extends Cost {
  /** What was tapped, by its spoken name. */
  name: string
  /** The page that opened; its budget is a page's. */
  opened?: string
}

export interface PageCost extends Cost {
  url: string
  title: string
  faults: string[]
  taps: TapCost[]
}

/**
 * Opens a page on a freshly started phone, and taps one control of every kind that it has. Whoever came to another page by a
 * tap goes back, as a person does; what a tap changed on the page itself is opened anew.
 */
export async function costOf(url: string, options: PhoneOptions): Promise<PageCost> {
  const phone = new Phone(PACKAGE, options)
  await phone.launch(url)
  const first = phone.recorder.since(0)
  const cost: PageCost = { url, title: words(phone).slice(0, 40), faults: phone.faults, taps: [], ...first }
  const tapped = new Set<string>()
  for (;;) {
    const node = controls(phone).find(it => !tapped.has(kindOf(it)))
    if (!node) break
    tapped.add(kindOf(node))
    const before = phone.page
    const spent = await tap(phone, node)
    const opened = phone.page !== before
    cost.taps.push({ name: nameOf(node), ...(opened && { opened: phone.page.route }), ...spent })
    if (opened && phone.below === before) await phone.back()
    else if (opened || spent.calls > 0) await phone.go(url)
  }
  phone.kill()
  return cost
}

/** Rows of one list cost the same; what is chosen already may cost nothing. */
function kindOf({ classes, id, attributes }: ViewNode): string {
  const chosen = ['aria-checked', 'aria-selected', 'aria-pressed'].map(name => String(attributes[name]))
  return [...classes, id.startsWith('_') ? '' : id.split('-')[0], ...chosen].join(' ')
}
