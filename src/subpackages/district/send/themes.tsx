import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Theme } from '@domain/branch/theme-day'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'

interface Props {
  themes: readonly Theme[]
  /** What it is called so far. */
  title: string
  onTake: (theme: Theme) => void
}

const PAGE = 3

/**
 * Ready themes of the feed, as the big screen has them: a tap fills in what it is called and what is learnt. The form is below them,
 * so they are few, and the one that was taken stands alone.
 */
export function Themes({ themes, title, onTake }: Props) {
  const [shown, setShown] = useState(PAGE)
  const [choosing, setChoosing] = useState(false)
  const taken = choosing ? undefined : themes.find(it => it.title === title)
  const take = (it: Theme) => {
    setChoosing(false)
    onTake(it)
  }
  return (
    <Section title="现成的" aside="点一下就填好，还可以改">
      <View>
        {(taken ? [taken] : themes.slice(0, shown)).map(it => (
          <Row
            key={it.id}
            id={`ready-${it.id}`}
            title={it.title}
            note={`${it.from}，${it.articles.length + it.episodes.length} 项`}
            meta={it.title === title ? '已选' : undefined}
            onPress={() => take(it)}
          />
        ))}
      </View>
      <View className="section__more">
        {taken ? (
          <Button id="ready-other" onPress={() => setChoosing(true)}>
            换一个
          </Button>
        ) : (
          themes.length > shown && (
            <Button id="ready-more" onPress={() => setShown(n => n + PAGE)}>
              再看几个
            </Button>
          )
        )}
      </View>
    </Section>
  )
}
