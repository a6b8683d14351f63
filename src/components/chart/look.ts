import { COLOURS } from '@/styles/tokens'

/** What a picture needs to know of the page: a data URL sees neither CSS variables nor the type scale. */
export interface ChartLook {
  theme: 'light' | 'dark'
  /** px the picture has from side to side. */
  width: number
  /** 1 for text of 18 px, 2 for 36. */
  scale: number
}

export function coloursOf({ theme }: ChartLook) {
  const { paper, line, red, ...colours } = COLOURS[theme]
  return {
    paper,
    line,
    axis: colours['line-strong'],
    words: colours['ink-2'],
    main: red,
    quiet: colours['heat-2'],
  }
}

/** `--f-xs`, the smallest step of the scale. */
export const fontOf = ({ scale }: ChartLook) => Math.round(14 * scale)
