import { Text, View, type ITouchEvent } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useRef } from 'react'
import { firstMentions } from '@domain/catalog/mentions'
import type { ArticleMeta, Block } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { plainText, RichText, type Citation } from '@/components/rich-text'
import { scrollToNode } from '@/platform/page/scroll'
import { now } from '@/platform/phone/clock'
import { useMember } from '@/stores/member'
import { quoteOf, readPlace, savePlace } from '@/storage/places'
import { useReading } from '@/hooks/reading'
import { headingId } from './contents'
import { useHighlights } from './highlights'
import { useHold } from './hold'
import { MarginNote } from './margin-note'
import { ReadingThread, type MoveKnot } from './reading-thread'

export interface Landing {
  block?: string
  words?: string
}

interface Props {
  meta: ArticleMeta
  blocks: Block[]
  /** Where to land: the evidence of a question by its block, a note or what was searched for by its words. */
  landing: Landing
  /** @param paragraph the one that cites, from 0 */
  onCite: (citation: Citation, paragraph: number) => void
  /** The card that stands beside a paragraph. */
  note?: { citation: Citation; paragraph: number }
  onNoteClose: () => void
  /** Index of the paragraph that is read aloud, -1 for none. */
  spoken: number
  /** A long press on a paragraph, or a tap on a highlight: the member wants to mark it, or to see the note. */
  onPick: (paragraph: number) => void
  /** Told which paragraph is at the top. */
  onTop: (paragraph: number) => void
}

/** Selectors of an article's body and of a paragraph in it. */
export const bodyOf = (article: string): [box: string, paragraph: string] => [`#body-${article}`, '.article__paragraph']

/** The article's words: counts engagement, keeps the place, and lands on the words that prove an answer. */
export function Body({ meta, blocks, landing, onCite, note, onNoteClose, spoken, onPick, onTop }: Props) {
  const moveKnot = useRef<MoveKnot>()
  const paragraphs = useMemo(() => blocks.flatMap(it => (it.kind === 'paragraph' ? [it] : [])), [blocks])
  const [box, paragraph] = bodyOf(meta.id)
  const touched = useReading({
    item: meta.id,
    chars: meta.chars,
    box,
    paragraph,
    count: paragraphs.length,
    onPlace: index => {
      onTop(index)
      const top = paragraphs[index]
      if (top) void savePlace(meta.id, { quote: quoteOf(plainText(top.spans)), at: now() })
    },
    onLine: line => moveKnot.current?.(line),
  })
  const done = useMember(state => state.progress.items[meta.id]?.finishedAt !== undefined)
  const left = useRef(false)
  const { held, touch, hold, release, forget, tap } = useHold(onPick)
  const highlights = useHighlights(meta.id, paragraphs)

  const first = useMemo(() => firstMentions(paragraphs.map(it => it.spans)), [paragraphs])
  const { block, words } = landing
  const wanted = useMemo(
    () => paragraphs.findIndex(it => (block ? it.id === block : !!words && plainText(it.spans).indexOf(words) >= 0)),
    [paragraphs, block, words],
  )

  useEffect(() => {
    if (wanted >= 0) return scrollToNode(`${meta.id}-p${wanted}`)
    if (useMember.getState().progress.items[meta.id]?.finishedAt) return
    void readPlace(meta.id).then(place => {
      const index = place ? paragraphs.findIndex(it => plainText(it.spans).startsWith(place.quote)) : -1
      if (index > 0 && !left.current) scrollToNode(`${meta.id}-p${index}`)
    })
  }, [wanted, meta.id, paragraphs])

  useUnload(() => {
    left.current = true
  })

  let index = -1
  let heading = -1
  return (
    <View
      id={`body-${meta.id}`}
      className="article__body"
      onTouchStart={event => {
        touch((event as ITouchEvent).touches.length)
        touched()
      }}
      onTouchEnd={release}
      onTouchCancel={forget}
    >
      <ReadingThread move={moveKnot} done={done} />
      {blocks.map((it, i) => {
        if (it.kind === 'heading') {
          heading += 1
          return (
            <Text
              key={i}
              id={headingId(meta.id, heading)}
              className="article__heading"
              {...a11y({ role: 'heading', level: 2 })}
            >
              {it.text}
            </Text>
          )
        }
        index += 1
        const own = index
        return (
          <RichText
            key={i}
            id={`${meta.id}-p${own}`}
            look={classNames('article__paragraph', held === own && 'article__paragraph--held')}
            spans={it.spans}
            onCite={citation => tap(() => onCite(citation, own))}
            first={first[own]!}
            opened={note?.paragraph === own ? note.citation : undefined}
            marked={own === wanted}
            spoken={own === spoken}
            highlights={highlights[own]}
            onLit={() => tap(() => onPick(own))}
            onLongPress={() => hold(own)}
          />
        )
      })}
      {note && <MarginNote citation={note.citation} within={meta.id} onClose={onNoteClose} />}
    </View>
  )
}
