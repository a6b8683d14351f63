import { Text, View } from '@tarojs/components'
import { lineAt, spokenLines, type SpokenLine } from '@domain/feed/spoken-lines'
import type { EpisodeBody, EpisodeMeta } from '@domain/feed/types'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { formatSeconds } from '@/components/duration'
import { plainText } from '@/components/rich-text'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useFilm } from '@/stores/film'
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
  /** What plays is the film above. */
  film: boolean
  series: string
}

/** The second that is heard or seen now; undefined when this episode is not the one. */
function useSecond(meta: EpisodeMeta, film: boolean): number | undefined {
  const heard = usePlayer(state => (state.episode?.id === meta.id ? state.position : undefined))
  const seen = useFilm(state => (state.id === meta.id ? state.second : undefined))
  return film ? seen : heard
}

/** The words as they are said; the sentence being spoken is marked. */
export function Transcript({ meta, body, playable, film, series }: Props) {
  const second = useSecond(meta, film)
  const lines = useMemo(() => (playable ? spokenLines(body, meta.seconds) : []), [playable, body, meta.seconds])
  const spoken = second !== undefined && lines.length > 0 ? lineAt(lines, second) : -1
  const paragraphs = body.blocks.flatMap(block => (block.kind === 'paragraph' ? [plainText(block.spans)] : []))
  const [shown, setShown] = useState(FIRST)
  const more = () => setShown(n => n + MORE)
  useReachBottom(more)
  const jump = (to: number) => {
    if (film) seekFilm(to)
    else void usePlayer.getState().start(meta, series, { at: to })
  }
  return (
    <View>
      <Chapters body={body} second={second} onJump={playable ? jump : undefined} />
      <Section title="文稿" aside={lines.length > 0 ? `点一句，从那里${film ? '看' : '听'}` : undefined}>
        {paragraphs.slice(0, shown).map((words, p) => (
          <Paragraph key={p} number={p} words={words} lines={lines} spoken={spoken} onJump={jump} />
        ))}
        {paragraphs.length > shown && (
          <Button id="all-words" onPress={more}>
            看后面的文稿
          </Button>
        )}
      </Section>
    </View>
  )
}

interface ChaptersProps {
  body: EpisodeBody
  second?: number
  onJump?: (second: number) => void
}

/** The parts of an episode; the one that is on is said so. */
function Chapters({ body, second, onJump }: ChaptersProps) {
  const { chapters } = body
  if (chapters.length < 2) return null
  const next = second === undefined ? 0 : chapters.findIndex(chapter => chapter.start > second)
  const on = second === undefined ? -1 : (next < 0 ? chapters.length : next) - 1
  return (
    <Section title="章节">
      {chapters.map((chapter, i) => (
        <Row
          key={chapter.title}
          id={`chapter-${i}`}
          title={chapter.title}
          kind={i === on ? '正在' : undefined}
          meta={onJump && formatSeconds(chapter.start)}
          onPress={onJump && (() => onJump(chapter.start))}
        />
      ))}
    </Section>
  )
}

interface ParagraphProps {
  number: number
  words: string
  lines: SpokenLine[]
  spoken: number
  onJump: (second: number) => void
}

function Paragraph({ number, words, lines, spoken, onJump }: ParagraphProps) {
  const own = lines.map((line, i) => ({ ...line, i })).filter(line => line.paragraph === number)
  return (
    <View className={classNames('transcript__paragraph', own.length > 0 && 'transcript__paragraph--spoken')}>
      {own.length === 0
        ? words
        : own.map(line => (
            <Text
              key={line.i}
              id={`sentence-${line.i}`}
              className={line.i === spoken ? 'transcript__sentence--on' : undefined}
              onClick={() => onJump(line.start)}
              {...a11y({ role: 'button' })}
            >
              {line.text}
            </Text>
          ))}
    </View>
  )
}
