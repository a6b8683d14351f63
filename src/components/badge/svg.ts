import type { BadgeKind } from '@domain/progress/badges'

export interface BadgeColours {
  ink: string
  red: string
}

/** Drawn on a grid of 56, one line and one red. */
const DRAWINGS: Record<BadgeKind, { ink: string; red: string }> = {
  // An open book with the thread as its ribbon.
  items: {
    ink: 'M28 16C22 11 14 11 8 13v28c6-2 14-2 20 3 6-5 14-5 20-3V13c-6-2-14-2-20 3v28M13 20c3-1 7-1 10 1M13 27c3-1 7-1 10 1M33 21c3-2 7-2 10-1M33 28c3-2 7-2 10-1',
    red: 'M28 16v34c-3 2-5 1-5-2',
  },
  // A year's thread with its knots.
  weeks: {
    ink: 'M12 12h32v33H12zM12 21h32M20 8v7M36 8v7M19 29h3M27 29h3M35 29h3M19 37h3',
    red: 'M26 38c2-4 7-4 7 0s-5 4-7 0c-2 3-4 5-7 6M33 38c3 0 5-2 9-4',
  },
  // A shelf of books, one of them bound in red.
  shelf: {
    ink: 'M7 46h42M12 46V16h7v30M19 46V20h6v26M34 46V14h6v32M40 46l6-24 5 1-6 23M14 22h3M36 20h2',
    red: 'M25 46V11h9v35M28 17h3M28 40h3',
  },
}

/** A badge as a picture: one line in ink, one in red. @param colours `#rrggbb` */
export function badgeSvg(kind: BadgeKind, { ink, red }: BadgeColours): string {
  const line = (colour: string, d: string) => `<path stroke='${colour}' d='${d}'/>`
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 56 56' fill='none' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'>` +
    line(ink, DRAWINGS[kind].ink) +
    line(red, DRAWINGS[kind].red) +
    '</svg>'
  )
}
