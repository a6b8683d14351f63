/** What is wrong with where things are on the page in sight; runs inside the browser, so it uses nothing from outside. */

/** Words that stick out of the screen or of a box that hides them, where nothing scrolls sideways on purpose. */
export function clipped(): string[] {
  const out: string[] = []
  // A page below the one in sight is in the document, too, and has no boxes.
  const shown = [...document.querySelectorAll('.screen')].filter(it => it.getClientRects().length > 0)
  for (const element of shown.flatMap(it => [...it.querySelectorAll<HTMLElement>('*')])) {
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden' || element.closest('.data-table, [aria-hidden=true], video, taro-slider-core'))
      continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const words = (element.textContent ?? '').trim().slice(0, 30)
    if (box.right > window.innerWidth + 1 || box.left < -1)
      out.push(`${element.className}: beyond the screen: ${words}`)
    const wide = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (wide && words && element.scrollWidth > element.clientWidth + 1)
      out.push(`${element.className}: cut off at the side: ${words}`)
    const high = style.overflowY === 'hidden' || style.overflowY === 'clip'
    if (high && words && element.scrollHeight > element.clientHeight + 2)
      out.push(`${element.className}: cut off below: ${words}`)
  }
  return [...new Set(out)]
}

/**
 * Words that lie over other words, and controls over other controls. What is fixed (bars, sheets) lies over the page on
 * purpose, so each such layer is looked at by itself; of a line the middle seven tenths count, where the strokes are.
 */
export function overlapping(): string[] {
  interface Box {
    words: string
    element: Element
    layer: Element | null
    control: boolean
    left: number
    right: number
    top: number
    bottom: number
  }
  const boxes: Box[] = []
  // What is around an element comes before it, so its layer is known by then.
  const layers = new Map<Element | null, Element | null>()
  const shown = [...document.querySelectorAll('.screen')].filter(it => it.getClientRects().length > 0)
  for (const screen of shown) {
    let layer: Element | null = screen
    while (layer && !/fixed|sticky/.test(getComputedStyle(layer).position)) layer = layer.parentElement
    layers.set(screen, layer)
  }
  for (const element of shown.flatMap(it => [...it.querySelectorAll<HTMLElement>('*')])) {
    const style = getComputedStyle(element)
    const layer = /fixed|sticky/.test(style.position) ? element : (layers.get(element.parentElement) ?? null)
    layers.set(element, layer)
    if (style.visibility === 'hidden' || style.opacity === '0') continue
    if (element.closest('.a11y-only, [aria-hidden=true], svg, video, taro-slider-core')) continue
    // Words that can be pressed within a paragraph run over several lines: their strokes count, not the box around all.
    const control = '[role=button], [role=link], [role=tab], [role=radio], [role=checkbox], input, textarea'
    if (style.display !== 'inline' && element.matches(control)) {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)
      if (right > left && bottom > top)
        boxes.push({ words: `[${name}]`, element, layer, control: true, left, right, top, bottom })
    }
    for (const node of element.childNodes) {
      const words = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
      if (!words) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const strokes = 0.35 * parseFloat(style.fontSize)
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width === 0 || height === 0) continue
        const middle = (top + bottom) / 2
        const line = { top: middle - strokes, bottom: middle + strokes }
        boxes.push({ words: words.slice(0, 20), element, layer, control: false, left, right, ...line })
      }
    }
  }
  boxes.sort((a, b) => a.top - b.top)
  const out = new Set<string>()
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i]!
    for (let j = i + 1; j < boxes.length && boxes[j]!.top < a.bottom; j++) {
      const b = boxes[j]!
      if (a.layer !== b.layer || a.element.contains(b.element) || b.element.contains(a.element)) continue
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - b.top
      if (across > 2 && down > 2) out.add(`${a.words} and ${b.words} lie over each other`)
    }
  }
  return [...out]
}
