import { parse } from 'yaml'
import type { Cover } from './cover.ts'

interface Entry {
  alt: string
  cover?: string[]
  ink: string
  red: string
}

/** An object's field of 160×120 on a cover of 480×360, with paper around it; a line of 8 px is one of 1 px on a row's 60. */
const SCALE = 2.5
const LINE = 3.2

/**
 * The covers of episodes: each the thing that its story turns on, out of the library that articles and films draw from.
 * @param objects the text of content/objects.yml
 */
export function episodeCovers(objects: string): Cover[] {
  return (parse(objects) as Entry[])
    .flatMap(({ alt, cover = [], ink, red }) =>
      cover.map(name => ({
        name,
        alt,
        draw: () =>
          `<g transform="translate(${240 - 80 * SCALE} ${180 - 60 * SCALE}) scale(${SCALE})" stroke-width="${LINE}"><g stroke="ink">${ink}</g><g stroke="red">${red}</g></g>`,
      })),
    )
    .sort((a, b) => a.name.localeCompare(b.name))
}
