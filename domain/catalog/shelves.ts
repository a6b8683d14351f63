import type { ShelfId } from './types'

/** Every shelf, in the catalog's order. */
export const SHELVES = [
  'new-democratic',
  'construction',
  'reform',
  'new-era',
  'people',
  'local',
] as const satisfies readonly ShelfId[]
