import index from '../../content/covers/index.json'
import type { EpisodeMeta } from '@domain/catalog/types'
import type { Theme } from '@/platform/phone/phone'
import { mediaHost } from './media'

/** The project's own drawings: one for each shelf, series, period and episode. */
export interface CoverFile {
  address: string
  /** What a screen reader says. */
  alt: string
}

/** Alt text by name. */
const known: Record<string, string | undefined> = index

/** WeChat reads a picture of a sub-package only when that is loaded, so each has those its pages show (scripts/build/copies.ts). */
export type CoverHome = 'library' | 'player'

/**
 * The drawing of the first name that has one.
 * @param home the sub-package of the page that shows it
 */
export function coverFile(names: string[], theme: Theme, home: CoverHome): CoverFile | undefined {
  const name = names.find(it => known[it])
  if (!name) return undefined
  const folder = process.env.TARO_ENV === 'weapp' ? `/subpackages/${home}/covers` : './covers'
  return { address: `${folder}/${name}${theme === 'dark' ? '.dark' : ''}.svg`, alt: known[name]! }
}

/** An episode's own drawing, else its series'. */
export function episodeCover({ id, series }: Drawn, theme: Theme, home: CoverHome): CoverFile | undefined {
  return coverFile([id, `series-${series}`], theme, home)
}

type Drawn = Pick<EpisodeMeta, 'id' | 'series'>
const nameOf = ({ id, series }: Drawn) => [id, `series-${series}`].find(it => known[it])

/**
 * The address of an episode's drawing for the lock screen. WeChat's native player fetches its picture itself and takes no
 * SVG, so there it is a PNG on the media host (docs/wechat-release.md).
 */
export function lockScreenCover(episode: Drawn): string | undefined {
  if (process.env.TARO_ENV === 'weapp') return shareCover(episode)
  const name = nameOf(episode)
  return name && `./covers/${name}.svg`
}

/** Likewise for the card that WeChat sends to a chat; without a host that is a picture of the page, which begins with its cover. */
export function shareCover(episode: Drawn): string | undefined {
  const name = nameOf(episode)
  const host = process.env.TARO_ENV === 'weapp' && mediaHost.address
  return name && host ? `${host.replace(/\/$/, '')}/covers/${name}.png` : undefined
}
