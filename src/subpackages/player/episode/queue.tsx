import { useState } from 'react'
import type { EpisodeMeta } from '@domain/catalog/types'
import { Empty } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { replace, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useComingToday } from '@/stores/listen-today'
import { usePlayer } from '@/stores/player'
import { useSettings } from '@/stores/settings'
import { ComingToday } from './coming-today'
import { Tool } from './tool'
import { comesAfter, UpNextRows } from './up-next'

/** 接下来: what plays after this, one tap away. */
export function Queue({ meta, mine, series }: { meta: EpisodeMeta; mine: boolean; series: string }) {
  const [open, setOpen] = useState(false)
  const { queue, start } = usePlayer()
  const { catalog } = useCatalog()
  const autoplay = useSettings(state => state.autoplay)
  const begun = useComingToday()
  // The day's pieces do not lead on into the series.
  const today = mine ? begun : undefined
  const coming = today ? { queue, rest: [] } : comesAfter(catalog, meta, queue, true)
  const goesOn = today ? today.length > 0 || (autoplay && queue.length > 0) : autoplay
  const none = !today?.length && coming.queue.length + coming.rest.length === 0
  const some = queue.length > 0 ? `${queue.length} 集` : undefined
  const choose = (it: EpisodeMeta) => {
    setOpen(false)
    if (mine) void start(it, series, { from: meta.id })
    else replace(routes.episode(it.id))
  }
  return (
    <>
      <Tool
        id="queue"
        icon="list"
        figure={some}
        label="接下来"
        name={some ? `接下来，排着 ${some}` : '接下来'}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title="接下来" kind={goesOn ? '放完自动接着放' : '放完会停'} onClose={() => setOpen(false)}>
        {today && <ComingToday pieces={today} onChosen={() => setOpen(false)} />}
        {none ? (
          <Empty title={today ? '今天的放到这一集' : '后面没有了'} hint="在别的节目页上，可以把那一集排到后面" />
        ) : (
          <UpNextRows {...coming} onChoose={choose} />
        )}
      </Sheet>
    </>
  )
}
