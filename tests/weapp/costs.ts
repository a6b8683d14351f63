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

/** Opens a page on a freshly started phone, and again for one control of every kind that it has. */
export async function costOf(url: string, options: PhoneOptions): Promise<PageCost> {
  const phone = new Phone(PACKAGE, options)
  await phone.launch(url)
  const first = phone.recorder.since(0)
  const cost: PageCost = { url, title: words(phone).slice(0, 40), faults: phone.faults, taps: [], ...first }
  for (const index of kindsOf(controls(phone))) {
    await phone.go(url)
    const before = phone.page
    const node = controls(phone)[index]
    if (!node) continue
    const spent = await tap(phone, node)
    cost.taps.push({ name: nameOf(node), ...(phone.page !== before && { opened: phone.page.route }), ...spent })
  }
  phone.kill()
  return cost
}

/** Positions of the first control of every kind: rows of one list cost the same. */
function kindsOf(nodes: ViewNode[]): number[] {
  const seen = new Set<string>()
  return nodes.flatMap((node, i) => {
    const kind = `${node.classes.join(' ')} ${node.id.startsWith('_') ? '' : node.id.split('-')[0]}`
    if (seen.has(kind)) return []
    seen.add(kind)
    return [i]
  })
}
