import type { Catalog } from '@domain/catalog/types'
import type { Today } from '@domain/progress/today'
import { ArticleRow } from '@/components/item-row'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { EpisodeRow } from '@/layout/study/episode-row'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode } from '@/stores/catalog'

/** Minutes that five questions take. */
const QUIZ_MINUTES = 2
/** The most reviews that one session asks. */
const REVIEW_SIZE = 10

/** 今日更新: two articles, an episode, five questions and what is due, each with what it costs or its tick. */
export function TodayPlanRows({ catalog, plan, today }: { catalog: Catalog; plan: readonly string[]; today: Today }) {
  const done = new Set(today.pieces.filter(it => it.done).map(it => it.id))
  const articles = plan.flatMap(id => findArticle(catalog, id) ?? [])
  const episodes = plan.flatMap(id => findEpisode(catalog, id) ?? [])
  return (
    <Section title="今日更新">
      {articles.map(article => (
        <ArticleRow
          key={article.id}
          article={article}
          done={done.has(article.id)}
          onPress={() => open(routes.article(article.id))}
        />
      ))}
      {episodes.map(episode => (
        <EpisodeRow
          key={episode.id}
          episode={episode}
          done={done.has(episode.id)}
          onPress={() => open(routes.episode(episode.id))}
        />
      ))}
      <Row
        id="row-daily"
        kind="答"
        title="每日五题"
        meta={
          !today.five
            ? `约 ${QUIZ_MINUTES} 分钟`
            : today.fiveRight === undefined
              ? '今天答过'
              : `答对 ${today.fiveRight} 题`
        }
        done={today.five}
        onPress={() => open(routes.run({ mode: 'daily' }))}
      />
      {(today.due > 0 || today.reviewed > 0) && <ReviewRow {...today} />}
    </Section>
  )
}

function ReviewRow({ due, reviewed }: Pick<Today, 'due' | 'reviewed'>) {
  const now = Math.min(due, REVIEW_SIZE)
  return (
    <Row
      id="row-review"
      kind="温"
      title={due > 0 ? `待温习 ${due} 题` : `温习了 ${reviewed} 题`}
      meta={due > now ? `先温 ${now} 题` : due > 0 ? `约 ${Math.max(1, Math.round(due * 0.4))} 分钟` : ''}
      done={due === 0}
      onPress={() => open(due > 0 ? routes.run({ mode: 'review' }) : routes.notebook())}
    />
  )
}
