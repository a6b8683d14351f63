import { useRouter } from '@tarojs/taro'
import { Cover } from '@/components/cover'
import { DOT } from '@/components/dot'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { episodeCover } from '@/feed/covers'
import { readEpisode } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { NoCatalog } from '@/layout/states/no-catalog'
import { SinglePage } from '@/layout/single-page'
import { Script } from '@/layout/single-page/script'
import { useAppearance } from '@/stores/appearance'
import { findEpisode, useCatalog } from '@/stores/catalog'

/** An episode as 朋友圈 shows it: its words; nothing plays there. */
export function SingleEpisode() {
  const { id = '' } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findEpisode(catalog, id)
  const body = useQuery(`${id}:${!!catalog}`, () => readEpisode(id))
  const { theme } = useAppearance()
  if (!catalog || !meta) return catalog ? <Gone /> : <NoCatalog />
  const series = catalog.series.find(it => it.id === meta.series)?.title
  const cover = episodeCover(meta, theme, 'player')
  return (
    <SinglePage
      kind={[series, `第 ${meta.number} 集`].filter(Boolean).join(DOT)}
      title={meta.title}
      about={meta.subject}
      more={meta.kind === 'audio' ? '能听这一集' : '能看这一集'}
    >
      {cover && <Cover {...cover} />}
      {body.status === 'loading' && <Waiting>正在取文稿…</Waiting>}
      {body.status === 'failed' && <Failed {...body} />}
      {body.status === 'ready' && <Script blocks={body.value.blocks} />}
    </SinglePage>
  )
}

const Gone = () => (
  <SinglePage kind="节目" title="这一集已经撤下" more="可以听别的">
    {null}
  </SinglePage>
)
