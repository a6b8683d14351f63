import type { Catalog, EpisodeMeta } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { EpisodeRow } from '@/layout/study/episode-row'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { episodeCover } from '@/feed/covers'
import { replace, routes } from '@/navigation'
import { useAppearance } from '@/stores/appearance'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { followers, soundsAfter } from '@/stores/play-order'
import { usePlayer } from '@/stores/player'

/** Rows of the series that are shown ahead. */
const AHEAD = 3

interface Coming {
  /** What the member has put there. */
  queue: EpisodeMeta[]
  /** What the series goes on with. */
  rest: EpisodeMeta[]
}

/**
 * What comes after an episode: the member's own queue first, then the series. @param heard plays by itself: without films, which do not
 */
export function comesAfter(
  catalog: Catalog | undefined,
  meta: EpisodeMeta,
  queue: EpisodeMeta[],
  heard = false,
): Coming {
  const rest = (heard ? soundsAfter : followers)(catalog, meta)
    .filter(it => !queue.some(other => other.id === it.id))
    .slice(0, AHEAD)
  return { queue, rest }
}

export function UpNextRows({ queue, rest, onChoose }: Coming & { onChoose: (episode: EpisodeMeta) => void }) {
  const items = useMember(state => state.progress.items)
  const { unqueue } = usePlayer()
  const { theme } = useAppearance()
  return (
    <>
      {queue.map(it => (
        <Row
          key={it.id}
          kind="排"
          picture={episodeCover(it, theme, 'player')?.address}
          title={it.title}
          meta="取消"
          label={`${it.title}，点一下取消排队`}
          onPress={() => unqueue(it.id)}
        />
      ))}
      {rest.map(it => (
        <EpisodeRow
          key={it.id}
          episode={it}
          done={!!items[it.id]?.finishedAt}
          covers="player"
          onPress={() => onChoose(it)}
        />
      ))}
    </>
  )
}

/** After a film, or a script without a sound, one chooses: nothing plays by itself. */
export function UpNext({ meta }: { meta: EpisodeMeta }) {
  const { catalog } = useCatalog()
  const coming = comesAfter(catalog, meta, [])
  if (coming.rest.length === 0) return null
  return (
    <Section title="接下来">
      <UpNextRows {...coming} onChoose={it => replace(routes.episode(it.id))} />
    </Section>
  )
}

/** On the page of an episode that is not the one that plays: it can be the next. */
export function Enqueue({ meta }: { meta: EpisodeMeta }) {
  const { episode, queue, enqueue } = usePlayer()
  if (!episode || episode.id === meta.id || queue.some(it => it.id === meta.id)) return null
  return (
    <Button id="enqueue" onPress={() => enqueue(meta)}>
      排到《{episode.title}》后面
    </Button>
  )
}
