import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import { wordsOf } from '@domain/room/question'
import { a11y } from '@/components/a11y'
import { Side } from './side'
import './article-slide.scss'

interface Props {
  meta: ArticleMeta
  body: ArticleBody
  page: number
  /** The size of the words on this screen: pages are cut anew when it changes. */
  unit: number
  /** How many pages the words fill here. */
  onPages: (pages: number) => void
}

/**
 * To be read aloud, page by page. The browser cuts the pages: words that do not fit go on in a column beside, and each page is
 * one column moved into sight. On a narrow screen there is one page, which scrolls.
 */
export function ArticleSlide({ meta, body, page, unit, onPages }: Props) {
  const text = useRef<HTMLElement>(null)
  const told = useRef(onPages)
  told.current = onPages
  useEffect(() => {
    const box = text.current
    if (!box) return
    const measure = () => {
      const gap = parseFloat(getComputedStyle(box).columnGap) || 0
      told.current(Math.max(1, Math.round((box.scrollWidth + gap) / (box.clientWidth + gap))))
    }
    measure()
    // Fonts that come late make other pages.
    void document.fonts?.ready.then(measure)
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [body, unit])
  return (
    <View className="show__slide">
      <View className="show__main">
        <Text className="show__kicker" {...a11y({ role: 'heading', level: 1 })}>
          {meta.subject ? `${meta.title}（${meta.subject}）` : meta.title}
        </Text>
        <View className="show__pages">
          <View
            ref={text}
            className="show__text"
            style={`transform: translateX(calc((100% + var(--between)) * ${-page}))`}
          >
            {body.blocks.map((block, i) => (
              <View key={i} className={block.kind === 'heading' ? 'show__heading' : 'show__paragraph'}>
                {wordsOf(block)}
              </View>
            ))}
          </View>
        </View>
      </View>
      <Side article={meta.id} />
    </View>
  )
}
