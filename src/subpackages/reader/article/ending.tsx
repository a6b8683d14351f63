import { View } from '@tarojs/components'
import { firstMentions } from '@domain/catalog/mentions'
import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import { articleFloorSeconds } from '@domain/progress/finish'
import { ArticleRow } from '@/components/item-row'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { RichText, type Citation } from '@/components/rich-text'
import { EpisodeRow } from '@/layout/episode-row'
import { ProvenanceWords } from '@/layout/provenance'
import { open, routes } from '@/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'

/** Rows of what to study next: a page is to open with little. */
const NEXT = 2

interface Props {
  meta: ArticleMeta
  body: ArticleBody
  onCite: (citation: Citation) => void
  /** Index of the 为什么 line that is read aloud. */
  spokenWhy: number
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
  const episodes = (catalog?.episodes ?? []).filter(it => it.articles.indexOf(meta.id) >= 0).slice(0, NEXT - 1)
  const related = body.related.flatMap(id => findArticle(catalog, id) ?? []).slice(0, NEXT - episodes.length)
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
      {related.length + episodes.length > 0 && (
        <Section title="接着学">
          {episodes.map(episode => (
            <EpisodeRow
              key={episode.id}
              episode={episode}
              done={!!items[episode.id]?.finishedAt}
              onPress={() => open(routes.episode(episode.id))}
            />
          ))}
          {related.map(article => (
            <ArticleRow
              key={article.id}
              article={article}
              done={!!items[article.id]?.finishedAt}
              onPress={() => open(routes.article(article.id))}
            />
          ))}
        </Section>
      )}
      <ProvenanceWords it={body} file={meta.volume} id={meta.id} />
    </View>
  )
}
