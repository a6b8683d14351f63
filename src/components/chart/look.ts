/** What a picture needs to know of the page: a data URL sees neither CSS variables nor the type scale. */
export interface ChartLook {
  theme: 'light' | 'dark'
  /** px the picture has from side to side. */
  width: number
  /** 1 for text of 18 px, 2 for 36. */
  scale: number
}

/** The tokens of styles/tokens.scss that charts use. */
const COLOURS = {
  light: { paper: '#faf6ee', line: '#e6dccb', axis: '#8f8371', words: '#564c40', main: '#a8261b', quiet: '#d99e90' },
  dark: { paper: '#16130f', line: '#3a332a', axis: '#8d806f', words: '#c9beac', main: '#f08a7d', quiet: '#7b3d33' },
}

export const coloursOf = ({ theme }: ChartLook) => COLOURS[theme]

/** `--f-xs`, the smallest step of the scale. */
export const fontOf = ({ scale }: ChartLook) => Math.round(14 * scale)
