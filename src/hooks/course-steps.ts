import type { Catalog } from '@domain/catalog/types'
import { findArticle, findEpisode } from '@/stores/catalog'

/** Whether a step of a course is there, for `placeIn` of domain/progress/study-course: what cannot be heard is read. */
export const isThere =
  (catalog: Catalog) =>
  (id: string): boolean =>
    !!(findEpisode(catalog, id) ?? findArticle(catalog, id))
