import type { Page } from 'playwright-core'
import type { PackedCatalog } from '../../domain/catalog/packed-catalog'
import type { EpisodeVolume } from '../../domain/catalog/types'
import { withoutRecording, withoutTimes } from '../unrecorded'

const CATALOG = '**/feed/catalog.json*'
const VOLUMES = '**/feed/episodes-*.json*'

/**
 * From the next launch on the feed says that nobody has recorded this episode.
 * @param where a phone's context, or one page of it
 * @returns undoes it
 */
export async function unrecorded(where: Pick<Page, 'route' | 'unroute'>, id: string): Promise<() => Promise<void>> {
  await where.route(CATALOG, async route => {
    const packed = (await (await route.fetch()).json()) as PackedCatalog
    await route.fulfill({ json: withoutRecording(packed, id) })
  })
  await where.route(VOLUMES, async route => {
    const volume = (await (await route.fetch()).json()) as EpisodeVolume
    await route.fulfill({ json: withoutTimes(volume, id) })
  })
  return async () => {
    await where.unroute(CATALOG)
    await where.unroute(VOLUMES)
  }
}
