import index from '../../content/covers/index.json'
import type { EpisodeMeta } from '@domain/catalog/types'
import type { Theme } from '@/platform/phone/phone'
import { mediaHost } from './media'

/** The project's own drawings: one for each shelf, series and period, and for some episodes. */
export interface CoverFile {
  address: string
  /** What a screen reader says. */
  alt: string
}

const known: Record<string, { alt: string } | undefined> = index

/** WeChat reads a picture of a sub-package only when that is loaded, so each has those its pages show (scripts/build/copies.ts). */
type Home = 'library' | 'player'

/**
 * The drawing of the first name that has one.
 * @param home the sub-package of the page that shows it
 */
export function coverFile(names: string[], theme: Theme, home: Home): CoverFile | undefined {
  const name = names.find(it => known[it])
  if (!name) return undefined
  const folder = process.env.TARO_ENV === 'weapp' ? `/subpackages/${home}/covers` : './covers'
  return { address: `${folder}/${name}${theme === 'dark' ? '.dark' : ''}.svg`, alt: known[name]!.alt }
}

/**
 * The address of an episode's drawing for the lock screen. WeChat's native player fetches its picture itself and takes no
 * SVG, so there it is a PNG on the media host (docs/wechat-release.md).
 */
export function lockScreenCover({ id, series }: Pick<EpisodeMeta, 'id' | 'series'>): string | undefined {
  const name = [id, `series-${series}`].find(it => known[it])
  if (!name) return undefined
  if (process.env.TARO_ENV !== 'weapp') return `./covers/${name}.svg`
  return mediaHost.address ? `${mediaHost.address.replace(/\/$/, '')}/covers/${name}.png` : undefined
}
