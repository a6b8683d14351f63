import type { Catalog } from '@domain/catalog/types'
import { findArticle, findEpisode } from '@/stores/catalog'
import { useAvailability } from './availability'

/** What this phone can do with a step of a course, for `placeIn` of domain/progress/study-course. */
export function useCourseState(catalog: Catalog): (id: string) => 'possible' | 'shown' | 'gone' {
  const availabilityOf = useAvailability()
  return id => {
    const episode = findEpisode(catalog, id)
    if (episode) return availabilityOf(episode) === 'words' ? 'shown' : 'possible'
    return findArticle(catalog, id) ? 'possible' : 'gone'
  }
}
