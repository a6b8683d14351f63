import { Failed } from '@/components/failed'
import { useCatalog } from '@/stores/catalog'

/** In the place of a page that needs the lists of everything, while they could not be read; nothing once they are there. */
export function NoCatalog() {
  const { catalog, problem, offline, load } = useCatalog()
  if (catalog || !problem) return null
  return <Failed message={problem} offline={offline} reload={() => void load()} />
}
