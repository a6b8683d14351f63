import type { PageInstance } from './page'
import { allNodes, type ViewNode } from './tree'

/** A phone of 390×844. */
export const WINDOW = { width: 390, height: 844 }
const LINE = 32
const CHARS_A_LINE = 19

export interface Rect {
  left: number
  top: number
  right: number
  bottom: number
  width: number
  height: number
}

/** Plausible, not exact: text flows in lines of nineteen characters, everything stands below what came before. */
export function layOut(root: ViewNode): Map<ViewNode, { top: number; bottom: number }> {
  const places = new Map<ViewNode, { top: number; bottom: number }>()
  let pen = 0
  const put = (node: ViewNode) => {
    const top = pen
    if (node.text) pen += (node.text.length / CHARS_A_LINE) * LINE
    node.children.forEach(put)
    const [, fixed] = /^height: ?([\d.]+)px/.exec(String(node.attributes.style ?? '')) ?? []
    if (fixed) pen = top + Number(fixed)
    if (node.tag === 'view' && pen > top) pen = top + Math.ceil((pen - top) / LINE) * LINE
    places.set(node, { top, bottom: pen })
  }
  put(root)
  return places
}

export function heightOf(root: ViewNode): number {
  return layOut(root).get(root)!.bottom
}

/** As `boundingClientRect` tells it: relative to the screen, after scrolling. */
export function rectsOf(root: ViewNode, nodes: readonly ViewNode[], page: PageInstance): Rect[] {
  const places = layOut(root)
  return nodes.map(node => {
    const { top, bottom } = places.get(node)!
    const [left, right] = [20, WINDOW.width - 20]
    return {
      left,
      right,
      width: right - left,
      top: top - page.scrollTop,
      bottom: bottom - page.scrollTop,
      height: bottom - top,
    }
  })
}

/** How deep the deepest node lies. */
export function depthOf(root: ViewNode): number {
  let deepest = 0
  for (const node of allNodes(root)) deepest = Math.max(deepest, node.depth)
  return deepest
}
