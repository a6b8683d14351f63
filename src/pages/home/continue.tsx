import { Text, View } from '@tarojs/components'
import type { Catalog } from '@domain/catalog/types'
import { continueList } from '@domain/progress/completion'
import { a11y } from '@/components/a11y'
import { spellSeconds } from '@/components/duration'
import { Icon, type IconName } from '@/components/icon'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { usePlayer } from '@/stores/player'
import { useQuizSession } from '@/stores/quiz-session'

interface Card {
  icon: IconName
  title: string
  where: string
  url: string
  /** What begins together with opening the page. */
  begin?: () => void
}

/** Where the member left off: an unfinished quiz first, else the latest unfinished item; one tap goes on there. */
export function Continue({ catalog }: { catalog: Catalog }) {
  const items = useMember(state => state.progress.items)
  const unfinished = useQuizSession(state => state.unfinished)
  const card = unfinished ? quizCard(unfinished) : itemCard(catalog, items)
  if (!card) return null
  return (
    <View
      id="continue"
      className="continue"
      onClick={() => {
        card.begin?.()
        open(card.url)
      }}
      {...a11y({ role: 'link', label: `${card.title}，${card.where}` })}
    >
      <View className="continue__mark">
        <Icon name={card.icon} />
      </View>
      <View className="continue__words">
        <Text>{card.title}</Text>
        <Text className="continue__where">{card.where}</Text>
      </View>
    </View>
  )
}

function quizCard({ title, answered, total }: { title: string; answered: number; total: number }): Card {
  return {
    icon: 'quiz',
    title: `继续答 · ${title}`,
    where: `答了 ${answered} 题，还有 ${total - answered} 题`,
    url: routes.run({ resume: '1' }),
  }
}

function itemCard(
  catalog: Catalog,
  items: ReturnType<typeof useMember.getState>['progress']['items'],
): Card | undefined {
  const latest = continueList(catalog, items, 1)[0]
  if (!latest) return undefined
  const article = findArticle(catalog, latest.item)
  if (article) {
    const share = Math.round(latest.reached * 100)
    return {
      icon: 'book',
      title: `继续读 · ${article.title}`,
      where: `读到 ${share}%`,
      url: routes.article(article.id),
    }
  }
  const episode = findEpisode(catalog, latest.item)
  if (!episode) return undefined
  const left = spellSeconds(episode.seconds - (latest.position?.second ?? 0))
  const audio = episode.kind === 'audio'
  const series = catalog.series.find(it => it.id === episode.series)?.title ?? ''
  return {
    icon: 'play',
    title: `继续${audio ? '听' : '看'} · ${episode.title}`,
    where: `还剩 ${left}`,
    url: routes.episode(episode.id),
    // It was playing when it was left: one tap is to be enough. A film plays when one is there to see it.
    begin: audio ? () => void usePlayer.getState().start(episode, series) : undefined,
  }
}
