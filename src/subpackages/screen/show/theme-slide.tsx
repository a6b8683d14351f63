import { Text, View } from '@tarojs/components'
import type { Plan, Theme } from '@domain/branch/theme-day'
import { a11y } from '@/components/a11y'
import { formatSeconds, readingMinutes } from '@/components/duration'
import { roomScreenPath } from '@domain/room/addresses'
import { open } from '@/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { CheckInCode } from './check-in-code'
import { Side } from './side'
import './theme-slide.scss'

interface Props {
  theme: Theme
  plan: Plan
  article?: string
  episode?: string
  questions: number
  meeting?: string
  onArticle: (id: string) => void
  onEpisode: (id: string) => void
}

/** What this hour is about: to read, to see, to answer; another article or film is a tap away. */
export function ThemeSlide({ theme, plan, article, episode, questions, meeting, onArticle, onEpisode }: Props) {
  const { catalog } = useCatalog()
  const read = article === undefined ? undefined : findArticle(catalog, article)
  const seen = episode === undefined ? undefined : findEpisode(catalog, episode)
  return (
    <View className="show__slide">
      <View className="show__main">
        <Text className="show__kicker">{theme.from}</Text>
        <Text className="show__theme" {...a11y({ role: 'heading', level: 1 })}>
          {theme.title}
        </Text>
        <Text className="show__note">{theme.note}</Text>
        <View className="show__plan">
          {read && (
            <Line
              id="other-article"
              what="读"
              title={read.title}
              about={`${read.subject ? `${read.subject}，` : ''}念一遍约 ${readingMinutes(read.chars)} 分钟`}
              other="换一篇"
              all={plan.articles}
              chosen={read.id}
              onChoose={onArticle}
            />
          )}
          {seen && (
            <Line
              id="other-episode"
              what={seen.kind === 'video' ? '看' : '听'}
              title={seen.title}
              about={formatSeconds(seen.seconds)}
              other="换一集"
              all={plan.episodes}
              chosen={seen.id}
              onChoose={onEpisode}
            />
          )}
          {questions > 0 && (
            <Line
              id="to-room"
              what="答"
              title={`${questions} 道题，一起想，一起看答案`}
              about="每题都有出处；也可以现场答题，大家用手机答"
              other="用手机答"
              all={['screen', 'room']}
              chosen="screen"
              onChoose={() => open(roomScreenPath(theme.id, article))}
            />
          )}
        </View>
      </View>
      <Side article={article}>{meeting && <CheckInCode meeting={meeting} />}</Side>
    </View>
  )
}

interface LineProps {
  id?: string
  what: string
  title: string
  about: string
  other?: string
  all?: readonly string[]
  chosen?: string
  onChoose?: (id: string) => void
}

function Line({ id, what, title, about, other, all = [], chosen = '', onChoose }: LineProps) {
  const next = all[(all.indexOf(chosen) + 1) % all.length]
  return (
    <View className="show__line">
      <Text className="show__what">{what}</Text>
      <View className="show__of">
        <Text className="show__title">{title}</Text>
        <Text className="show__about">{about}</Text>
      </View>
      {all.length > 1 && next !== undefined && (
        <View id={id} className="show__tool" onClick={() => onChoose?.(next)} {...a11y({ role: 'button' })}>
          {other}
        </View>
      )}
    </View>
  )
}
