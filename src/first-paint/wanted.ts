import type { Built, EarlyPage } from './built'
import { volumeOfWeekAt } from '@domain/catalog/volume-names'
import { shanghai, weeksSince } from './shanghai'

const HOME = 'pages/home/index'
const ARTICLE = 'subpackages/reader/article/index'

/** The member's choices as they lie in localStorage; `type`, `theme` and `lines` of src/stores/settings.ts. */
export interface StoredSettings {
  type?: number
  theme?: string
  lines?: string
}

export interface Visit {
  /** `location.hash` */
  hash: string
  settings: StoredSettings
  /** The phone's own theme is dark. */
  dark: boolean
  /** Milliseconds. */
  now: number
}

export interface Wanted {
  /** Files of the feed. */
  feed: string[]
  /** Scripts and styles. */
  files: string[]
  /** Address of a drawing. */
  cover?: string
  page: EarlyPage
}

/** What the page at this address will ask for once the framework is there. */
export function wantedAt(
  { hash, settings, dark: system, now }: Visit,
  { files, volumes, schedule, covers }: Built,
): Wanted {
  const route = hash.split('?')[0]!.replace(/^#\/?/, '') || HOME
  const home = route === HOME
  const dark = settings.theme === 'dark' || (settings.theme !== 'light' && system)
  const own = files[route] ?? []
  const item = /[?&]id=([ae]-\d+)(&|$)/.exec(hash)?.[1]
  const volume = item && volumeOf(item)
  return {
    // What is painted first comes first.
    feed: home
      ? [`days-${shanghai(now).slice(5, 7)}.json`, 'catalog.json', 'schedule.json', ...week()]
      : ['catalog.json', ...(volume ? [volume] : [])],
    files: own,
    cover: cover(),
    page: {
      home,
      ...(volume && route === ARTICLE && !landing() ? { article: { id: item, volume } } : {}),
      dark,
      type: settings.type,
      loose: settings.lines === 'loose',
      styles: own.filter(file => /css$/.test(file)),
    },
  }

  function week(): string[] {
    const since = weeksSince(schedule.starts, now)
    return since < 0 || schedule.count === 0 ? [] : [volumeOfWeekAt(since % schedule.count)]
  }

  function volumeOf(id: string): string | undefined {
    if (!/^subpackages\/(reader\/article|player\/episode)\//.test(route)) return undefined
    const { names, letters } = volumes[id.charAt(0) as 'a' | 'e']
    return names[letters.charAt(Number(id.slice(2)))]
  }

  /** A paragraph or words to be taken to (`article` of src/navigation.ts). */
  function landing(): boolean {
    return /[?&](block|words)=/.test(hash)
  }

  function cover(): string | undefined {
    const list = /^subpackages\/library\/shelf\//.test(route) && /[?&](id|series)=([a-z-]+)/.exec(hash)
    if (!list) return undefined
    const name = (list[1] === 'series' ? 'series-' : '') + list[2]
    return covers.indexOf(name) >= 0 ? `./covers/${name}${dark ? '.dark' : ''}.svg` : undefined
  }
}
