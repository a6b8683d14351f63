import { PageMeta, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { inLine } from '@/components/line-breaks'
import { useAppearance } from '@/stores/appearance'
import './index.scss'

interface Props {
  /** Above the title: the year, the kind of thing. */
  kind: string
  title: string
  /** What it is and when, under the title. */
  about?: string
  /** What the whole app would let one do with it. */
  more: string
  children: ReactNode
}

/**
 * What 朋友圈 shows of a page: the words and nothing to press, since nothing leads anywhere there. WeChat draws its own bar
 * above and, below, the way into the mini-program.
 */
export function SinglePage({ kind, title, about, more, children }: Props) {
  const { theme, step, paper, lines } = useAppearance()
  return (
    <>
      <PageMeta backgroundColor={paper} rootBackgroundColor={paper} />
      <View className={classNames('screen', `theme-${theme}`, `type-${step}`, `lines-${lines}`)}>
        <View className="single-page">
          <Text className="single-page__kind">{inLine(kind)}</Text>
          <Text className="single-page__title" {...a11y({ role: 'heading', level: 1 })}>
            {title}
          </Text>
          {about && <Text className="single-page__about">{about}</Text>}
          <View className="single-page__words">{children}</View>
          <Text className="single-page__more">{`点最下面的“前往小程序”，${more}。`}</Text>
        </View>
      </View>
    </>
  )
}
