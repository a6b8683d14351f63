import type { EpisodeMeta } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { EpisodeRow } from '@/layout/episode-row'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { replace, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { followers, usePlayer } from '@/stores/player'
import { useSettings } from '@/stores/settings'

/** Rows of the series that are shown ahead. */
const AHEAD = 3

/** What plays next: the member's own queue first, then the series. After a film one chooses: nothing plays by itself. */
export function UpNext({ meta, film }: { meta: EpisodeMeta; film: boolean }) {
  const { catalog } = useCatalog()
  const { queue: queued, unqueue, enqueue, episode } = usePlayer()
  const queue = film ? [] : queued
  const items = useMember(state => state.progress.items)
  const autoplay = useSettings(state => state.autoplay)
  const rest = followers(catalog, meta)
    .filter(it => !queue.some(other => other.id === it.id))
    .slice(0, AHEAD)
  const canQueue = !film && episode !== undefined && episode.id !== meta.id && !queue.some(it => it.id === meta.id)
  if (queue.length + rest.length === 0 && !canQueue) return null
  return (
    <Section title="接下来" aside={film ? undefined : autoplay ? '放完自动接着放' : '放完会停'}>
      {canQueue && (
        <Button id="enqueue" onPress={() => enqueue(meta)}>
          排到《{episode.title}》后面
        </Button>
      )}
      {queue.map(it => (
        <Row
          key={it.id}
          kind="排"
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
          onPress={() => replace(routes.episode(it.id))}
        />
      ))}
    </Section>
  )
}
