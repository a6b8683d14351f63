/** A cover: file name, what a screen reader says, and its drawing in the strokes of pen.ts. */
export interface Cover {
  name: string
  alt: string
  /** px; 480 unless told, always 360 high. */
  width?: number
  draw: () => string
}
