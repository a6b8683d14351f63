import { Text, View } from '@tarojs/components'
import { lineAt, spokenLines, type SpokenLine } from '@domain/catalog/spoken-lines'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { articleFloorSeconds } from '@domain/progress/finish'
import { usePageScroll, useReachBottom } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { formatSeconds } from '@/components/duration'
import { plainText } from '@/components/rich-text'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { scrollAlong, scrollToNode } from '@/platform/page/scroll'
import { now } from '@/platform/phone/clock'
import { useFilm } from '@/stores/film'
import { useReading } from '@/hooks/reading'
import { useMember } from '@/stores/member'
import { usePlayer } from '@/stores/player'
import { seekFilm } from './film'
import './transcript.scss'

/** Paragraphs sent with the page; a long script is several times what WeChat takes well at once. */
const FIRST = 8
/** Paragraphs sent after a tap, or when one has scrolled to the end. */
const MORE = 2
/** Whoever has scrolled within so many milliseconds has a finger on the page: it leaves them alone. */
const LEAVE_ALONE = 1_000

interface Props {
  meta: EpisodeMeta
  body: EpisodeBody
  /** A sentence can be tapped to play from there. */
  playable: boolean
  /** There is nothing to hear: reading it through is studying it. */
  read: boolean
  /** What plays is the film above. */
  film: boolean
  series: string
  /** The page goes along with what is said: its controls are out of sight, one is reading. */
  follow: boolean
  /** Words of the paragraph to land on. */
  landing?: string
}

/** The second that is heard or seen now; undefined when this episode is not the one. */
function useSecond(meta: EpisodeMeta, film: boolean): number | undefined {
  const heard = usePlayer(state => (state.episode?.id === meta.id ? state.position : undefined))
  const seen = useFilm(state => (state.id === meta.id ? state.second : undefined))
  return film ? seen : heard
}

/** Paragraphs that are on the page. */
interface Shown {
  from: number
  to: number
}

/** What is on the page goes on with what is said; a jump begins anew where it lands, since a tap is to send little. */
function reaching(shown: Shown, paragraph: number): Shown {
  if (paragraph < 0 || (paragraph >= shown.from && paragraph < shown.to)) return shown
  if (paragraph === shown.to) return { ...shown, to: shown.to + MORE }
  return { from: paragraph, to: paragraph + 1 + MORE }
}

/** Keeps the sentence that is said in sight, for who was looking at the one before. */
function useFollowing(words: string, spoken: number, follow: boolean): void {
  const before = useRef(-1)
  const scrolledAt = useRef(0)
  const own = useRef(false)
  usePageScroll(() => {
    if (!own.current) scrolledAt.current = now()
    own.current = false
  })
  useEffect(() => {
    const was = before.current
    if (was >= 0 && now() - scrolledAt.current < LEAVE_ALONE) return
    before.current = spoken
    if (!follow || spoken < 0 || was < 0) return
    const sentence = (i: number) => `${words} #sentence-${i}`
    void scrollAlong(sentence(was), sentence(spoken)).then(moves => {
      own.current = moves
    })
    // Only a new sentence moves anything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [spoken])
}

/** The words as they are said; the sentence being spoken is marked. */
export function Transcript({ meta, body, playable, read, film, series, follow, landing }: Props) {
  const second = useSecond(meta, film)
  const lines = useMemo(() => (playable ? spokenLines(body, meta.seconds) : []), [playable, body, meta.seconds])
  const spoken = second !== undefined && lines.length > 0 ? lineAt(lines, second) : -1
  const paragraphs = body.blocks.flatMap(block => (block.kind === 'paragraph' ? [plainText(block.spans)] : []))
  const found = landing ? paragraphs.findIndex(it => it.indexOf(landing) >= 0) : -1
  const [kept, setShown] = useState<Shown>(reaching({ from: 0, to: FIRST }, found))
  const shown = reaching(kept, lines[spoken]?.paragraph ?? -1)
  if (shown !== kept) setShown(shown)
  const more = () => setShown(it => ({ ...it, to: it.to + MORE }))
  useReachBottom(more)
  const words = `words-${meta.id}`
  useFollowing(words, spoken, follow)
  useEffect(() => {
    if (found >= 0) scrollToNode(`${words} #paragraph-${found}`)
  }, [words, found])
  const earlier = () => {
    setShown(it => ({ ...it, from: Math.max(0, it.from - MORE) }))
    // What was being looked at stays where it is.
    scrollToNode(`${words} #paragraph-${shown.from}`)
  }
  const jump = (to: number) => {
    if (film) seekFilm(to)
    else void usePlayer.getState().start(meta, series, { at: to })
  }
  const touched = useReading({
    item: meta.id,
    chars: paragraphs.reduce((sum, it) => sum + it.length, 0),
    box: `#${words}`,
    paragraph: '.transcript__paragraph',
    // What is heard is counted as it plays.
    count: read ? paragraphs.length : 0,
    first: shown.from,
  })
  return (
    <View id={words} className="transcript" onTouchStart={touched}>
      {!read && <Chapters body={body} second={second} onJump={playable ? jump : undefined} />}
      <Section title="文稿" aside={lines.length > 0 ? `点一句，从那里${film ? '看' : '听'}` : undefined}>
        <View>
          {shown.from > 0 && (
            <Button id="earlier-words" look="plain" onPress={earlier}>
              看前面的文稿
            </Button>
          )}
        </View>
        <View>
          {paragraphs.slice(shown.from, shown.to).map((text, i) => {
            const p = shown.from + i
            return (
              <Paragraph
                key={p}
                number={p}
                words={text}
                lines={lines}
                spoken={spoken}
                found={p === found}
                onJump={jump}
              />
            )
          })}
        </View>
        {/* A node of its own: when the button goes, Taro would send all of the words again. */}
        <View>
          {paragraphs.length > shown.to && (
            <Button id="all-words" onPress={more}>
              看后面的文稿
            </Button>
          )}
        </View>
        <View>{read && paragraphs.length <= shown.to && <ReadThrough meta={meta} paragraphs={paragraphs} />}</View>
      </Section>
    </View>
  )
}

/** After the last paragraph: whether it counts, and what it takes. */
function ReadThrough({ meta, paragraphs }: { meta: EpisodeMeta; paragraphs: string[] }) {
  const done = useMember(state => state.progress.items[meta.id]?.finishedAt !== undefined)
  if (done) return <Notice tone="good">✓ 这一集已经学完</Notice>
  const floor = articleFloorSeconds(paragraphs.reduce((sum, it) => sum + it.length, 0))
  return <Notice>{`读到最后、并且认真读满 ${Math.ceil(floor / 10) * 10} 秒，读完文稿也算学完；打开不算。`}</Notice>
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
  /** It is what was searched for. */
  found: boolean
  onJump: (second: number) => void
}

function Paragraph({ number, words, lines, spoken, found, onJump }: ParagraphProps) {
  const own = lines.map((line, i) => ({ ...line, i })).filter(line => line.paragraph === number)
  return (
    <View
      id={`paragraph-${number}`}
      className={classNames(
        'transcript__paragraph',
        own.length > 0 && 'transcript__paragraph--spoken',
        found && 'transcript__paragraph--found',
      )}
    >
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
