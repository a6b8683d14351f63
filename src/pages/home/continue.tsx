import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Catalog } from '@domain/catalog/types'
import { begunThings, type Begun } from '@domain/progress/begun'
import { ARTICLE_REACHED } from '@domain/progress/finish'
import type { Today } from '@domain/progress/today'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { readingMinutes, spellSeconds } from '@/components/duration'
import { Icon, type IconName } from '@/components/icon'
import { readSoFar } from '@/components/item-row'
import { inLine, withDots } from '@/components/line-breaks'
import { useAvailability } from '@/hooks/availability'
import { open, routes } from '@/navigation'
import { isWork, keepsPlace, type Unfinished } from '@/storage/quiz-session'
import { useAloud } from '@/stores/aloud'
import { findArticle, findEpisode } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { usePlayer } from '@/stores/player'
import { useUnfinished } from '@/stores/unfinished'

interface Card {
  icon: IconName
  title: string
  where: string
  url: string
  /** What begins together with opening the page. */
  begin?: () => void
}

/** Where the member left off: one thing, in one tap; behind it what else was begun, one of each kind. */
export function Continue({ catalog, today }: { catalog: Catalog; today: Today }) {
  const [all, setAll] = useState(false)
  const availabilityOf = useAvailability()
  const items = useMember(state => state.progress.items)
  const unfinished = useUnfinished(state => state.unfinished)
  // What sounds has its own bar on this page.
  const sounding = [useAloud(state => state.article?.id), usePlayer(state => state.episode?.id)]
  // What 听今天 goes on with stands on its button already.
  const played = today.pieces.filter(({ id, done }) => {
    const episode = findEpisode(catalog, id)
    return !done && episode?.kind === 'audio' && availabilityOf(episode) !== 'words'
  })
  const others = Object.values(items).filter(it => !played.some(one => one.id === it.item))
  const quiz = unfinished && isWork(unfinished) ? unfinished : undefined
  const cards = begunThings(catalog, Object.fromEntries(others.map(it => [it.item, it])), quiz?.lastAt)
    .filter(it => !('known' in it) || sounding.indexOf(it.known.item) < 0)
    .flatMap(it => cardOf(it, catalog, quiz, availabilityOf) ?? [])
  if (cards.length === 0) return null
  const rest = cards.length - 1
  return (
    <View className="continues">
      {cards.slice(0, all ? undefined : 1).map((card, i) => (
        <View
          key={card.url}
          id={i === 0 ? 'continue' : `continue-${i}`}
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
            <Text>{withDots(card.title)}</Text>
            <Text className="continue__where">{inLine(card.where)}</Text>
          </View>
        </View>
      ))}
      {rest > 0 && !all && (
        <Button id="continue-more" look="plain" onPress={() => setAll(true)}>
          还有 {rest} 件没学完
        </Button>
      )}
    </View>
  )
}

function cardOf(
  it: Begun,
  catalog: Catalog,
  quiz: Unfinished | undefined,
  availabilityOf: ReturnType<typeof useAvailability>,
): Card | undefined {
  if (it.kind === 'answer') return quiz && quizCard(quiz)
  const { item, reached, position } = it.known
  const article = findArticle(catalog, item)
  if (article) {
    const left = readingMinutes(article.chars * (1 - reached))
    return {
      icon: 'book',
      title: `继续读 · ${article.title}`,
      where: `${readSoFar(reached)}，${reached < ARTICLE_REACHED ? `还剩约 ${left} 分钟` : '再认真读一会儿就算学完'}`,
      url: routes.article(article.id),
    }
  }
  const episode = findEpisode(catalog, item)
  if (!episode) return undefined
  if (availabilityOf(episode) === 'words') {
    return {
      icon: 'book',
      title: `继续读 · ${episode.title}`,
      where: '只有文稿，读完也算学完',
      url: routes.episode(episode.id),
    }
  }
  const audio = episode.kind === 'audio'
  const series = catalog.series.find(one => one.id === episode.series)?.title ?? ''
  return {
    icon: 'play',
    title: `继续${audio ? '听' : '看'} · ${episode.title}`,
    where: `还剩 ${spellSeconds(episode.seconds - (position?.second ?? 0))}`,
    url: routes.episode(episode.id),
    // It was playing when it was left: one tap is to be enough. A film plays when one is there to see it.
    begin: audio ? () => void usePlayer.getState().start(episode, series) : undefined,
  }
}

function quizCard({ mode, title, answered, total, at }: Unfinished): Card {
  const left = total - answered
  const where = keepsPlace(mode)
    ? `到第 ${at + 1} 题，共 ${total} 题`
    : left > 0
      ? `答了 ${answered} 题，还有 ${left} 题`
      : `${total} 题都答了，去看结果`
  return { icon: 'quiz', title: `继续答 · ${title}`, where, url: routes.run({ resume: '1' }) }
}
