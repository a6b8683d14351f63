import { View } from '@tarojs/components'
import { firstMentions } from '@domain/catalog/mentions'
import { planOn } from '@domain/catalog/plan'
import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import { articleFloorSeconds } from '@domain/progress/finish'
import type { Day } from '@domain/time/day'
import { ArticleRow } from '@/components/item-row'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { RichText, type Citation } from '@/components/rich-text'
import { EpisodeRow } from '@/layout/study/episode-row'
import { ProvenanceWords } from '@/layout/facts/provenance'
import { readWeek } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { afterPaint } from '@/platform/page/after-paint'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'

/** Rows of what to study next: a page is to open with little. */
const NEXT = 2

/** What stands at the end is not what the page is opened for. */
const readAfterPaint = (day: Day) => afterPaint().then(() => readWeek(day))

interface Props {
  meta: ArticleMeta
  body: ArticleBody
  onCite: (citation: Citation) => void
  /** Index of the 为什么 line that is read aloud. */
  spokenWhy: number
}

/** What today still asks for, where this article is of today: its other article before the episode. */
function useLeftOfToday(article: string): string[] {
  const { day } = useDay()
  const items = useMember(state => state.progress.items)
  const schedule = useQuery(`week-${day}`, () => readAfterPaint(day))
  const plan = schedule.status === 'ready' ? planOn(schedule.value, day) : undefined
  if (!plan || plan.articles.indexOf(article) < 0) return []
  return [...plan.articles, ...(plan.episode ? [plan.episode] : [])].filter(
    id => id !== article && items[id]?.finishedAt === undefined,
  )
}

/** After the last paragraph: why it came to it, the three points, what counts as read, related articles, where to check. */
export function Ending({ meta, body, onCite, spokenWhy }: Props) {
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const known = items[meta.id]
  const why = body.why ?? []
  // The paragraphs come before them.
  const first = firstMentions([
    body.blocks.flatMap(it => (it.kind === 'paragraph' ? it.spans : [])),
    ...why.map(it => it.spans),
  ]).slice(1)
  const planned = useLeftOfToday(meta.id)
  const told = (catalog?.episodes ?? []).filter(it => it.articles.indexOf(meta.id) >= 0).map(it => it.id)
  const next = [...planned, ...told.slice(0, 1), ...body.related]
    .filter((id, i, all) => all.indexOf(id) === i)
    .flatMap(id => findArticle(catalog, id) ?? findEpisode(catalog, id) ?? [])
    .slice(0, NEXT)
  return (
    <View>
      {why.length > 0 && (
        <Section title="为什么">
          <View id="why" className="why">
            {why.map(({ label, spans }, i) => (
              <RichText
                key={label}
                spans={[[label, 'strong'], ...spans]}
                onCite={onCite}
                first={first[i]!}
                spoken={i === spokenWhy}
              />
            ))}
          </View>
        </Section>
      )}
      <Section title="要点">
        <View className="key-points">
          {body.keyPoints.map((point, i) => (
            <View key={i} className="key-points__one">
              {point}
            </View>
          ))}
        </View>
      </Section>
      {known?.finishedAt ? (
        <Notice tone="good">✓ 这篇已经学完</Notice>
      ) : (
        <Notice>
          {`读到最后、并且认真读满 ${Math.ceil(articleFloorSeconds(meta.chars) / 10) * 10} 秒，就算学完；打开不算。`}
        </Notice>
      )}
      {next.length > 0 && (
        <Section title="接着学" aside={planned.length > 0 ? '今天的' : undefined}>
          {next.map(it =>
            'series' in it ? (
              <EpisodeRow
                key={it.id}
                episode={it}
                done={!!items[it.id]?.finishedAt}
                onPress={() => open(routes.episode(it.id))}
              />
            ) : (
              <ArticleRow
                key={it.id}
                article={it}
                done={!!items[it.id]?.finishedAt}
                onPress={() => open(routes.article(it.id))}
              />
            ),
          )}
        </Section>
      )}
      <ProvenanceWords it={body} file={meta.volume} id={meta.id} />
    </View>
  )
}
