import { useRouter } from '@tarojs/taro'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { DOT } from '@/components/dot'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { readArticle } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { NoCatalog } from '@/layout/states/no-catalog'
import { SinglePage } from '@/layout/single-page'
import { Script } from '@/layout/single-page/script'
import { findArticle, useCatalog } from '@/stores/catalog'

/** An article as 朋友圈 shows it: read to its end, its mark and its state of checking included. */
export function SingleArticle() {
  const { id = '' } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findArticle(catalog, id)
  const body = useQuery(`${id}:${!!catalog}`, () => readArticle(id))
  if (!catalog || !meta) return catalog ? <Gone /> : <NoCatalog />
  return (
    <SinglePage
      kind={meta.date.slice(0, 4)}
      title={meta.title}
      about={[
        meta.subject ?? formatFuzzyDate(meta.date),
        `AI 辅助撰写，${meta.approved ? '已经人工审校' : '待人工审校'}`,
      ].join(DOT)}
      more="带点线的日期和人名点开就是依据，能听，也能答题"
    >
      {body.status === 'loading' && <Waiting>正在取这篇文章…</Waiting>}
      {body.status === 'failed' && <Failed {...body} />}
      {body.status === 'ready' && <Script blocks={body.value.blocks} />}
    </SinglePage>
  )
}

const Gone = () => (
  <SinglePage kind="文章" title="这篇文章已经撤下" more="可以看别的">
    {null}
  </SinglePage>
)
