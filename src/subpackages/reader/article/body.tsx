import { Text, View } from '@tarojs/components'
import Taro, { useDidHide, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useRef } from 'react'
import type { ArticleMeta, Block } from '@domain/feed/types'
import { a11y } from '@/components/a11y'
import { plainText, RichText, type Citation } from '@/components/rich-text'
import { now } from '@/services/stamper'
import { useMember } from '@/stores/member'
import { quoteOf, readPlace, savePlace } from '@/stores/places'
import { useReading } from '@/stores/reading'

interface Props {
  meta: ArticleMeta
  blocks: Block[]
  /** The evidence block to land on, from a question. */
  block?: string
  onCite: (citation: Citation) => void
}

/** px of the title bar that covers the top of the page. */
const COVERED = 90

/** The article's words: counts engagement, keeps the place, and lands on the words that prove an answer. */
export function Body({ meta, blocks, block, onCite }: Props) {
  const paragraphs = useMemo(() => blocks.flatMap(it => (it.kind === 'paragraph' ? [it] : [])), [blocks])
  const touched = useReading({
    item: meta.id,
    chars: meta.chars,
    selector: '.article__paragraph',
    count: paragraphs.length,
  })
  const left = useRef(false)

  useEffect(() => {
    const proof = block ? paragraphs.findIndex(it => it.id === block) : -1
    if (proof >= 0) return scrollTo(proof)
    if (useMember.getState().progress.items[meta.id]?.finishedAt) return
    void readPlace(meta.id).then(place => {
      const index = place ? paragraphs.findIndex(it => plainText(it.spans).startsWith(place.quote)) : -1
      if (index > 0 && !left.current) scrollTo(index)
    })
  }, [block, meta.id, paragraphs])

  const keep = () => {
    topParagraph().then(
      index => {
        const paragraph = paragraphs[index]
        if (paragraph) void savePlace(meta.id, { quote: quoteOf(plainText(paragraph.spans)), at: now() })
      },
      () => undefined,
    )
  }
  useEffect(() => {
    const timer = setInterval(keep, 5_000)
    return () => clearInterval(timer)
    // `keep` reads what does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [paragraphs])
  useDidHide(keep)
  useUnload(() => {
    left.current = true
  })

  let index = -1
  return (
    <View className="article__body" onTouchStart={touched}>
      {blocks.map((it, i) => {
        if (it.kind === 'heading') {
          return (
            <Text key={i} className="article__heading" {...a11y({ role: 'heading', level: 2 })}>
              {it.text}
            </Text>
          )
        }
        index += 1
        return (
          <View key={i} id={`paragraph-${index}`} className="article__paragraph">
            <RichText spans={it.spans} onCite={onCite} marked={!!block && it.id === block} />
          </View>
        )
      })}
    </View>
  )
}

function scrollTo(index: number): void {
  // The paragraph exists after the next frame only.
  Taro.nextTick(() =>
    setTimeout(() => void Taro.pageScrollTo({ selector: `#paragraph-${index}`, offsetTop: -COVERED, duration: 0 }), 60),
  )
}

/** Index of the paragraph that is first under the title bar. */
function topParagraph(): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .selectAll('.article__paragraph')
      .boundingClientRect(found => {
        const rects = (Array.isArray(found) ? found : [found]) as { bottom: number }[]
        const index = rects.findIndex(rect => rect && rect.bottom > COVERED)
        if (index < 0) reject(new Error('no paragraph in sight'))
        else resolve(index)
      })
      .exec()
  })
}
