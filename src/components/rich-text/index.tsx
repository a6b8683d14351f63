import { Text, View } from '@tarojs/components'
import type { Span } from '@domain/catalog/types'
import { markSpans, type Range } from '@domain/notes/mark'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { dottedIn, lookOf } from './look'
import './index.scss'

// Whoever shows words as they are asks here for them, too.
export { plainText } from '@domain/text/plain-text'

export interface Citation {
  kind: 'event' | 'person' | 'article' | 'term'
  id: string
}

interface Props {
  spans: Span[]
  onCite?: (citation: Citation) => void
  /** Facts that the whole text mentions here for the first time (`factOf` of domain/catalog/mentions): they are dotted once. A later mention opens its card as well. */
  first: ReadonlySet<string>
  /** The whole paragraph, for instance because it proves an answer. */
  marked?: boolean
  /** It is being read aloud. */
  spoken?: boolean
  /** The member's own highlights, as character ranges. */
  highlights?: Range[]
  /** Whose card is open beside the text. */
  opened?: Citation
  onLit?: () => void
  /** For a paragraph that is a thing of its own: its id, a class beside `rich-text`, and a long press. */
  id?: string
  look?: string
  onLongPress?: () => void
}

/** Id of the mention whose card is open beside the text. */
export const OPENED = 'opened-mention'

/** A paragraph whose cited dates, names and figures open their card. */
export function RichText(props: Props) {
  const { spans, onCite, first, marked, spoken, highlights = [], opened, onLit, id: own, look, onLongPress } = props
  const pieces = markSpans(spans, highlights)
  const dotted = dottedIn(
    pieces.map(it => it.span),
    first,
  )
  return (
    <View
      id={own}
      className={classNames('rich-text', look, marked && 'rich-text--marked', spoken && 'rich-text--spoken')}
      onLongPress={onLongPress}
    >
      {pieces.map(({ span, marked: lit }, i) => {
        // Bare words, and links named by their own words: every node and label of a page travels through setData on WeChat.
        if (typeof span === 'string' && !lit) return span
        const [text, kind, id] = typeof span === 'string' ? [span] : span
        const cited = kind && kind !== 'strong'
        const isOpened = !!cited && opened?.id === id && opened?.kind === kind
        return (
          <Text
            key={i}
            id={isOpened ? OPENED : undefined}
            className={lookOf(kind, { dotted: dotted[i]!, lit, opened: isOpened })}
            onClick={cited && onCite ? () => onCite({ kind, id: id! }) : lit ? onLit : undefined}
            {...a11y(cited && onCite ? { role: 'link' } : lit && onLit ? { role: 'button' } : {})}
          >
            {text}
          </Text>
        )
      })}
    </View>
  )
}
