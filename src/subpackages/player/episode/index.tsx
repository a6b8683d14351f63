import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { EpisodeBody, EpisodeMeta } from '@domain/feed/types'
import { a11y } from '@/components/a11y'
import { spellSeconds } from '@/components/duration'
import { CorrectedNotice } from '@/components/corrected'
import { Failed } from '@/components/failed'
import { ArticleRow } from '@/components/item-row'
import { Notice } from '@/components/notice'
import { Screen } from '@/frame/screen'
import { Withdrawn } from '@/frame/withdrawn'
import { Section } from '@/components/section'
import { readEpisode } from '@/services/feed/feed'
import { mediaPlace } from '@/services/media'
import { open, routes } from '@/services/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useResource } from '@/stores/resource'
import { AudioControls } from './audio-controls'
import { Film } from './film'
import { Transcript } from './transcript'
import { UpNext } from './up-next'
import './index.scss'

export default function EpisodePage() {
  const { id = '' } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findEpisode(catalog, id)
  const body = useResource(`${id}:${!!catalog}`, () => readEpisode(id))
  const series = catalog?.series.find(it => it.id === meta?.series)?.title ?? ''
  return (
    <Screen title={series} noPlayer>
      {catalog && !meta && <Withdrawn id={id} what="这一集" />}
      {body.status === 'failed' && meta && <Failed {...body} />}
      {meta && <Episode meta={meta} series={series} body={body.status === 'ready' ? body.value : undefined} />}
    </Screen>
  )
}

function Episode({ meta, series, body }: { meta: EpisodeMeta; series: string; body?: EpisodeBody }) {
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const place = mediaPlace(meta)
  const articles = meta.articles.flatMap(id => findArticle(catalog, id) ?? [])
  return (
    <View className="episode">
      <Text className="episode__series">
        {series} · 第 {meta.number} 集
      </Text>
      <Text className="episode__title" {...a11y({ role: 'heading', level: 1 })}>
        {meta.title}
      </Text>
      <Text className="episode__meta">
        {meta.media ? `${spellSeconds(meta.seconds)} · ${meta.media.label}` : '还没有录音'}
        {items[meta.id]?.finishedAt ? ' · ✓ 已学完' : ''}
      </Text>
      {place.from === 'none' && (
        <Notice>这一集的{meta.kind === 'audio' ? '声音' : '画面'}还不在手机上，先看下面的文稿。</Notice>
      )}
      {place.from !== 'none' && meta.kind === 'audio' && <AudioControls meta={meta} series={series} />}
      {place.from !== 'none' && meta.kind === 'video' && <Film meta={meta} url={place.url} />}
      {/* Its place is there before it comes: a node put between others makes Taro send all of them again. */}
      <View>
        <CorrectedNotice
          it={body?.corrected ?? meta.corrected}
          except={meta.media ? '文稿已改，录音还是原来的说法' : undefined}
        />
        {body && (
          <Transcript
            meta={meta}
            body={body}
            playable={place.from !== 'none' && meta.kind === 'audio'}
            series={series}
          />
        )}
      </View>
      {meta.kind === 'audio' && <UpNext meta={meta} />}
      {articles.length > 0 && (
        <Section title="读文章">
          {articles.map(article => (
            <ArticleRow
              key={article.id}
              article={article}
              done={!!items[article.id]?.finishedAt}
              onPress={() => open(routes.article(article.id))}
            />
          ))}
        </Section>
      )}
    </View>
  )
}
