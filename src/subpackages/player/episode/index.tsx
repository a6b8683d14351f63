import { Text, View } from '@tarojs/components'
import { usePageScroll, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { CorrectedNotice } from '@/components/corrected'
import { Cover } from '@/components/cover'
import { DOT } from '@/components/dot'
import { Failed } from '@/components/failed'
import { ArticleRow } from '@/components/item-row'
import { inPieces } from '@/components/pieces'
import { Favourite } from '@/layout/study/favourite'
import { Waiting } from '@/components/waiting'
import { ProvenanceWords } from '@/layout/facts/provenance'
import { Screen } from '@/layout/screen'
import { Withdrawn } from '@/layout/states/withdrawn'
import { Section } from '@/components/section'
import { episodeCover, shareCover } from '@/feed/covers'
import { readEpisode } from '@/feed/feed'
import { open, routes, wordsIn } from '@/navigation'
import { inSinglePage } from '@/platform/phone/single-page'
import { useAppearance } from '@/stores/appearance'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useFilm } from '@/stores/film'
import { asHeard } from '@/stores/kept'
import { useMember } from '@/stores/member'
import { usePlayer } from '@/stores/player'
import { useAvailability } from '@/hooks/availability'
import { useQuery } from '@/hooks/query'
import { sharedTitle, useSharing } from '@/hooks/sharing'
import { DownloadRow } from '../download-row'
import { AudioControls } from './audio-controls'
import { Film } from './film'
import { useFollowNext } from './follow-next'
import { howItIsHeard } from './how'
import { OwnVoice } from './own-voice'
import { SingleEpisode } from './single'
import { Transcript } from './transcript'
import { UpNext } from './up-next'
import './index.scss'

/** Scrolled so far, px, the page's own controls are out of sight at the smallest type. */
const CONTROLS_END = 400

export default function EpisodePage() {
  return inSinglePage() ? <SingleEpisode /> : <WholeEpisode />
}

function WholeEpisode() {
  const { id = '', words } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findEpisode(catalog, id)
  const body = useQuery(`${id}:${!!catalog}`, () => readEpisode(id))
  const series = catalog?.series.find(it => it.id === meta?.series)?.title ?? ''
  useFollowNext(id)
  useSharing(() => ({
    title: sharedTitle(meta) ?? 'e起学党史',
    url: routes.episode(id),
    picture: meta && shareCover(meta),
  }))
  const [away, setAway] = useState(false)
  usePageScroll(({ scrollTop }) => setAway(scrollTop > CONTROLS_END))
  return (
    <Screen title={series} own={id} quiet={!away} right={meta && <Favourite id={id} />}>
      {catalog && !meta && <Withdrawn id={id} what="这一集" />}
      {body.status === 'failed' && meta && <Failed {...body} />}
      {meta && (
        <Episode
          meta={meta}
          series={series}
          body={body.status === 'ready' ? body.value : undefined}
          waiting={body.status === 'loading'}
          away={away}
          landing={words && wordsIn(words)}
        />
      )}
    </Screen>
  )
}

interface EpisodeProps {
  meta: EpisodeMeta
  series: string
  body?: EpisodeBody
  /** The script is on its way. */
  waiting: boolean
  /** The controls have been scrolled out of sight. */
  away: boolean
  /** Words of the paragraph to land on. */
  landing?: string
}

function Episode({ meta: listed, series, body: script, waiting, away, landing }: EpisodeProps) {
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const best = useAvailability()(listed)
  // The phone's voice may have been chosen over a recording that would not come.
  const spoken = usePlayer(state => state.episode?.id === listed.id && state.availability === 'voice')
  const availability = spoken ? 'voice' : best
  const meta = asHeard(listed, availability)
  // The times of the sentences are the programme's own recording's.
  const body = availability === 'own' && script ? { ...script, sentences: undefined, chapters: [] } : script
  const film = meta.kind === 'video' && !['voice', 'words', 'own'].includes(availability)
  const absent = useFilm(state => film && state.absent === meta.id)
  const articles = meta.articles.flatMap(id => findArticle(catalog, id) ?? [])
  const { theme } = useAppearance()
  // Where there are only the words, they are what one came for.
  const cover = film || availability === 'words' ? undefined : episodeCover(meta, theme, 'player')
  return (
    <View className="episode">
      {cover && <Cover {...cover} />}
      <Text className="episode__series">{inPieces(`${series}${DOT}第 ${meta.number} 集`)}</Text>
      <Text className="episode__title" {...a11y({ role: 'heading', level: 1 })}>
        {meta.title}
      </Text>
      {meta.subject && <Text className="episode__subject">{inPieces(meta.subject)}</Text>}
      <Text className="episode__meta" id="how">
        {howItIsHeard(meta, availability)}
        {items[meta.id]?.finishedAt ? `${DOT}✓ 已学完` : ''}
      </Text>
      {film && <Film meta={meta} series={series} availability={availability} body={body} />}
      {!film && availability !== 'words' && <AudioControls meta={meta} series={series} body={body} />}
      <View>{availability !== 'words' && <DownloadRow meta={meta} />}</View>
      <View>
        <OwnVoice meta={meta} availability={availability} />
      </View>
      {/* Its place is there before it comes: a node put between others makes Taro send all of them again. */}
      <View>
        <CorrectedNotice
          it={body?.corrected ?? meta.corrected}
          except={meta.media ? '文稿已改，录音还是原来的说法' : undefined}
        />
        {waiting && <Waiting>正在取文稿…</Waiting>}
        {body && (
          <Transcript
            meta={meta}
            body={body}
            playable={availability !== 'words' && !absent}
            read={availability === 'words'}
            film={film}
            series={series}
            follow={away}
            landing={landing}
          />
        )}
      </View>
      {(film || availability === 'words') && <UpNext meta={meta} />}
      <View>{body && <ProvenanceWords it={body} file={meta.volume} id={meta.id} />}</View>
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
