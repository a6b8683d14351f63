import type { Catalog } from '@domain/catalog/types'
import type { TodayPlan } from '@domain/catalog/plan'
import { readingMinutes } from '@/components/duration'
import { ArticleRow } from '@/components/item-row'
import { EpisodeRow } from '@/layout/episode-row'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode } from '@/stores/catalog'
import { useMember } from '@/stores/member'

/** Minutes that five questions take. */
const QUIZ_MINUTES = 2

/** 今日更新: two articles, an episode and five questions, each with what it costs. */
export function TodayPlanRows({ catalog, plan }: { catalog: Catalog; plan: TodayPlan }) {
  const items = useMember(state => state.progress.items)
  const articles = plan.articles.flatMap(id => findArticle(catalog, id) ?? [])
  const episode = plan.episode ? findEpisode(catalog, plan.episode) : undefined
  const minutes =
    articles.reduce((sum, it) => sum + readingMinutes(it.chars), 0) +
    Math.round((episode?.seconds ?? 0) / 60) +
    QUIZ_MINUTES
  return (
    <Section title="今日更新" aside={`约 ${minutes} 分钟`}>
      {articles.map(article => (
        <ArticleRow
          key={article.id}
          article={article}
          done={!!items[article.id]?.finishedAt}
          onPress={() => open(routes.article(article.id))}
        />
      ))}
      {episode && (
        <EpisodeRow
          episode={episode}
          done={!!items[episode.id]?.finishedAt}
          onPress={() => open(routes.episode(episode.id))}
        />
      )}
      <Row
        id="row-daily"
        kind="答"
        title="每日五题"
        meta={`约 ${QUIZ_MINUTES} 分钟`}
        onPress={() => open(routes.run({ mode: 'daily' }))}
      />
    </Section>
  )
}
