import { Text, View } from '@tarojs/components'
import type { Theme } from '@domain/branch/theme-day'
import { a11y } from '@/components/a11y'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { Side } from './side'

interface Props {
  theme: Theme
  article?: string
  episode?: string
  questions: number
  meeting?: string
}

/** What was studied together, to be written down. */
export function EndSlide({ theme, article, episode, questions, meeting }: Props) {
  const { catalog } = useCatalog()
  const read = article && findArticle(catalog, article)?.title
  const seen = episode === undefined ? undefined : findEpisode(catalog, episode)
  const done = [
    read && `读了《${read}》`,
    seen && `${seen.kind === 'video' ? '看' : '听'}了《${seen.title}》`,
    questions > 0 && `一起答了 ${questions} 道题`,
  ]
  return (
    <View className="show__slide">
      <View className="show__main">
        <Text className="show__kicker">今天学到这里</Text>
        <Text className="show__theme" {...a11y({ role: 'heading', level: 1 })}>
          {theme.title}
        </Text>
        <View className="show__done">
          {done.filter(Boolean).map(it => (
            <Text key={it as string} className="show__title">
              {it}
            </Text>
          ))}
        </View>
        {meeting && <Text className="show__note">会议记录已经起了头，书记回到会议页补上就行。</Text>}
      </View>
      <Side article={article} />
    </View>
  )
}
