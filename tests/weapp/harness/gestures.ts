import type { Phone } from './phone'
import type { Cost } from './recorder'
import { allNodes, nameOf, wordsOf, type ViewNode } from './tree'

/** All words of the page in sight. */
export function words(phone: Phone): string {
  return wordsOf(phone.root)
}

/** The node with an id on the page in sight. */
export function byId(phone: Phone, id: string): ViewNode {
  for (const node of allNodes(phone.root)) if (node.id === id) return node
  throw new Error(`no node #${id} on ${phone.page.route}: ${words(phone).slice(0, 200)}`)
}

/** The first control whose spoken name has these words. */
export function byName(phone: Phone, name: string): ViewNode {
  const found = controls(phone).find(node => nameOf(node).includes(name))
  if (!found) throw new Error(`no control named ${name} on ${phone.page.route}: ${words(phone).slice(0, 200)}`)
  return found
}

/** Nodes that do something when tapped: the compiled template binds them, and they say so by their role. */
export function controls(phone: Phone): ViewNode[] {
  return [...allNodes(phone.root)].filter(
    node => node.events.has('tap') && typeof node.attributes['aria-role'] === 'string',
  )
}

/** A finger on a node, up to where the page is quiet again. @returns what it cost */
export async function tap(phone: Phone, target: string | ViewNode): Promise<Cost> {
  const node = typeof target === 'string' ? byId(phone, target) : target
  const mark = phone.recorder.records.length
  send(phone, node, 'touchstart', { x: 1, y: 1 })
  send(phone, node, 'touchend', { x: 1, y: 1 })
  if (!send(phone, node, 'tap', { x: 1, y: 1 })) throw new Error(`nothing hears a tap on #${node.id}`)
  await phone.settle()
  return phone.recorder.since(mark)
}

/** Writes into an input. */
export async function write(phone: Phone, id: string, value: string): Promise<Cost> {
  const mark = phone.recorder.records.length
  send(phone, byId(phone, id), 'input', { value, cursor: value.length, keyCode: 0 })
  await phone.settle()
  return phone.recorder.since(mark)
}

/** An event of a component that does not come from a finger: `timeupdate` of a video, `change` of a slider. */
export async function raise(phone: Phone, id: string, type: string, detail: object): Promise<void> {
  if (!send(phone, byId(phone, id), type, detail)) throw new Error(`nothing hears ${type} on #${id}`)
  await phone.settle()
}

/** WeChat calls the handler of the node, then of every node above it that binds the event, until one catches it. */
function send(phone: Phone, node: ViewNode, type: string, detail: object): boolean {
  const { page } = phone
  let heard = false
  for (let at: ViewNode | undefined = node; at; at = at.parent) {
    if (!at.events.has(type)) continue
    heard = true
    page.call('eh', {
      type,
      timeStamp: phone.clock.now,
      detail,
      target: identityOf(node),
      currentTarget: identityOf(at),
      mark: {},
      touches: [],
      changedTouches: [],
    })
    if (at.caught.has(type)) break
  }
  return heard
}

function identityOf(node: ViewNode) {
  return { id: node.id, offsetLeft: 0, offsetTop: 0, dataset: { sid: node.sid } }
}
