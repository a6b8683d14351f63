/** A thing that a story turns on, drawn on 160 × 120 in one line and one red; the colours are the page's. */
export interface DrawnObject {
  id: string
  /** What a screen reader may say. */
  alt: string
  /** SVG shapes without a colour; `fill="red"` fills. */
  ink: string
  red: string
}

/** `objects.json` */
export interface ObjectsFile {
  objects: DrawnObject[]
  /** Which object an article has, by the article's id. */
  of: Record<string, string>
}

/** The object of an article; undefined where it has none. */
export function objectOf({ objects, of }: ObjectsFile, article: string): DrawnObject | undefined {
  return objects.find(it => it.id === of[article])
}

/** @param width of the lines, in units of the drawing. @param colours `#rrggbb` */
export function objectSvg({ ink, red }: DrawnObject, width: number, colours: { ink: string; red: string }): string {
  const head = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 120' fill='none' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>`
  const group = (colour: string, shapes: string) => `<g stroke='${colour}'>${shapes.replace(/"/g, "'")}</g>`
  return head + group(colours.ink, ink) + group(colours.red, red.replace(/"red"/g, `"${colours.red}"`)) + '</svg>'
}
