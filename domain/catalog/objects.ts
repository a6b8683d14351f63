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

/** Ink and red of a theme, `#rrggbb`. */
export interface ObjectColours {
  ink: string
  red: string
}

/**
 * @param width of the lines, in units of the drawing
 * @param margin units left empty at its sides, and three quarters of that above and below
 */
export function objectSvg({ ink, red }: DrawnObject, width: number, colours: ObjectColours, margin = 0): string {
  const box = [-margin, -margin * 0.75, 160 + 2 * margin, 120 + 1.5 * margin].join(' ')
  const head = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${box}' fill='none' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>`
  const group = (colour: string, shapes: string) => `<g stroke='${colour}'>${shapes.replace(/"/g, "'")}</g>`
  return head + group(colours.ink, ink) + group(colours.red, red.replace(/"red"/g, `"${colours.red}"`)) + '</svg>'
}

/** As a row shows it, 64 × 48: air around it, and lines that are as heavy as those of the words. */
export const objectThumbnail = (object: DrawnObject, colours: ObjectColours): string =>
  objectSvg(object, 4.6, colours, 14)
