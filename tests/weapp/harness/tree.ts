import { type Floor, GROUND, type Template, type Templates } from './templates'

/** A node as the view shows it. */
export interface ViewNode {
  tag: string
  id: string
  /** Taro's own name of the node, which events carry back. */
  sid: string
  classes: string[]
  /** Words of a text node. */
  text: string
  attributes: Record<string, unknown>
  events: ReadonlySet<string>
  caught: ReadonlySet<string>
  children: ViewNode[]
  parent?: ViewNode
  depth: number
}

interface NodeData {
  nn?: string
  sid?: string
  uid?: string
  cl?: string
  v?: string
  cn?: NodeData[]
  [key: string]: unknown
}

const NONE: Template = { tag: 'unknown', attributes: new Map(), events: new Set(), caught: new Set() }

/**
 * The view of a page: its data through the compiled templates.
 * @throws where a node stands on a floor that none was compiled for
 */
export function renderTree(data: Record<string, unknown>, templates: Templates): ViewNode {
  const build = (node: NodeData, depth: number, floor: Floor, parent?: ViewNode): ViewNode => {
    const template = templates.kinds.get(node.nn ?? '') ?? NONE
    const view: ViewNode = {
      tag: template.tag,
      id: node.uid ?? node.sid ?? '',
      sid: node.sid ?? '',
      classes: (node.cl ?? '').split(' ').filter(Boolean),
      text: typeof node.v === 'string' ? node.v : '',
      attributes: {},
      events: template.events,
      caught: template.caught,
      children: [],
      parent,
      depth,
    }
    for (const [name, key] of template.attributes) if (node[key] !== undefined) view.attributes[name] = node[key]
    const inner = node.nn === undefined ? floor : templates.inside(node.nn, floor)
    view.children = Object.values(node.cn ?? []).map(child => build(child, depth + 1, inner, view))
    return view
  }
  return build((data.root ?? {}) as NodeData, 0, GROUND)
}

/** Depth first, in the order of the page. */
export function* allNodes(node: ViewNode): Generator<ViewNode> {
  yield node
  for (const child of node.children) yield* allNodes(child)
}

/** All words below a node as one reads them, without what only says where no line ends; those of different parents stand apart. */
export function wordsOf(node: ViewNode): string {
  let all = ''
  let last: ViewNode | undefined
  for (const it of allNodes(node)) {
    if (!it.text) continue
    all += all && it.parent !== last?.parent ? ` ${it.text}` : it.text
    last = it
  }
  return all.replace(/\u00a0/g, ' ').replace(/[\u2060\u200b]/g, '')
}

/** What a screen reader says: the label that reached the view, else the words below. */
export function nameOf(node: ViewNode): string {
  const label = node.attributes['aria-label']
  return typeof label === 'string' && label !== '' ? label : wordsOf(node)
}

/** Nodes of a simple selector: `#id`, `.class`, tag names, and descendants of those. */
export function select(root: ViewNode, selector: string): ViewNode[] {
  const [last, ...ancestors] = selector.trim().split(/\s+/).reverse()
  return [...allNodes(root)].filter(node => {
    if (!matches(node, last!)) return false
    let at = node.parent
    return ancestors.every(step => {
      while (at && !matches(at, step)) at = at.parent
      const found = !!at
      at = at?.parent
      return found
    })
  })
}

function matches(node: ViewNode, step: string): boolean {
  if (step.startsWith('#')) return node.id === step.slice(1)
  if (step.startsWith('.'))
    return step
      .slice(1)
      .split('.')
      .every(name => node.classes.includes(name))
  return node.tag === step
}
