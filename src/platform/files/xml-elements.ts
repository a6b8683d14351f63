/** One element: what stands in its opening tag behind the name, and what stands between that and its end. */
export interface Element {
  attributes: string
  inner: string
  /** Where the element begins and ends in the text. */
  from: number
  to: number
}

/**
 * The elements of this name, whatever their prefix, in order; none is looked for inside another. Each character is looked at a fixed
 * number of times, so that no text makes the reading longer than it is: one without an end ends it.
 * @throws Unended
 */
export function* elements(xml: string, name: string): Generator<Element> {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g')
  const ending = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  for (let open = opening.exec(xml); open; open = opening.exec(xml)) {
    const attributes = ` ${open[1]!.replace(/\/$/, '')}`
    let inner = ''
    if (!open[1]!.endsWith('/')) {
      const begins = opening.lastIndex
      ending.lastIndex = begins
      const end = ending.exec(xml)
      if (!end) throw new Unended(name)
      inner = xml.slice(begins, end.index)
      opening.lastIndex = ending.lastIndex
    }
    yield { attributes, inner, from: open.index, to: opening.lastIndex }
  }
}

/** An element is begun and nowhere ended: no file of a spreadsheet program. */
export class Unended extends Error {
  override name = 'Unended'
  constructor(element: string) {
    super(`<${element}> has no end`)
  }
}
