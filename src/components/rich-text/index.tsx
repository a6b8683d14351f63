import { Text, View } from '@tarojs/components'
import type { Span } from '@domain/feed/types'
import { a11y } from '../a11y'
import './index.scss'

export interface Citation {
  kind: 'event' | 'person' | 'article' | 'term'
  id: string
}

interface Props {
  spans: Span[]
  onCite?: (citation: Citation) => void
  /** Words to mark, for instance those that prove an answer. */
  marked?: boolean
}

/** A paragraph whose cited dates, names and figures open their card. */
export function RichText({ spans, onCite, marked }: Props) {
  return (
    <View className={marked ? 'rich-text rich-text--marked' : 'rich-text'}>
      {spans.map((span, i) => {
        // Bare words, and links named by their own words: every node and label of a page travels through setData on WeChat.
        if (typeof span === 'string') return span
        const [text, kind, id] = span
        if (kind === 'strong') {
          return (
            <Text key={i} className="rich-text__strong">
              {text}
            </Text>
          )
        }
        return (
          <Text
            key={i}
            className={kind === 'term' ? 'rich-text__term' : 'rich-text__cite'}
            onClick={onCite && (() => onCite({ kind, id: id! }))}
            {...a11y(onCite ? { role: 'link' } : {})}
          >
            {text}
          </Text>
        )
      })}
    </View>
  )
}

/** The words alone. */
export function plainText(spans: Span[]): string {
  return spans.map(span => (typeof span === 'string' ? span : span[0])).join('')
}
