import { Text, View } from '@tarojs/components'
import type { EpisodeBody, EpisodeMeta } from '@domain/feed/types'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { formatSeconds } from '@/components/duration'
import { plainText } from '@/components/rich-text'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { usePlayer } from '@/stores/player'
import { seekFilm } from './film'

/** Paragraphs sent with the page; a long script is several times what WeChat takes well at once. */
const FIRST = 8
/** Paragraphs sent after a tap, or when one has scrolled to the end. */
const MORE = 2

interface Props {
  meta: EpisodeMeta
  body: EpisodeBody
  /** A sentence can be tapped to play from there. */
  playable: boolean
  series: string
}

/** The words as they are said; the sentence being spoken is marked. */
export function Transcript({ meta, body, playable, series }: Props) {
  const player = usePlayer()
  const mine = player.episode?.id === meta.id
  const sentences = body.sentences ?? []
  const spoken = mine ? sentences.findIndex(it => player.position >= it.start && player.position < it.end) : -1
  const paragraphs = body.blocks.flatMap(block => (block.kind === 'paragraph' ? [plainText(block.spans)] : []))
  const [shown, setShown] = useState(FIRST)
  const more = () => setShown(n => n + MORE)
  useReachBottom(more)
  const jump = (second: number) => {
    if (meta.kind === 'video') return seekFilm(second)
    if (mine) player.seek(second)
    else void player.start(meta, series).then(() => usePlayer.getState().seek(second))
  }
  return (
    <View>
      {body.chapters.length > 1 && (
        <Section title="章节">
          {body.chapters.map(chapter => (
            <Row
              key={chapter.title}
              title={chapter.title}
              meta={formatSeconds(chapter.start)}
              onPress={() => jump(chapter.start)}
            />
          ))}
        </Section>
      )}
      <Section title="文稿" aside={playable && sentences.length > 0 ? '点一句，从那里听' : undefined}>
        {paragraphs.slice(0, shown).map((words, p) => {
          const own = sentences.map((it, i) => ({ ...it, i })).filter(it => it.paragraph === p)
          return (
            <View
              key={p}
              className={classNames('transcript__paragraph', own.length > 0 && 'transcript__paragraph--spoken')}
            >
              {own.length === 0
                ? words
                : own.map(it => (
                    <Text
                      key={it.i}
                      id={`sentence-${it.i}`}
                      className={it.i === spoken ? 'transcript__sentence--on' : undefined}
                      onClick={() => jump(it.start)}
                      {...a11y({ role: 'button' })}
                    >
                      {it.text}
                    </Text>
                  ))}
            </View>
          )
        })}
        {paragraphs.length > shown && (
          <Button id="all-words" onPress={more}>
            看后面的文稿
          </Button>
        )}
      </Section>
    </View>
  )
}
