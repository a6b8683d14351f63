import { Text, View } from '@tarojs/components'
import type { BadgeKind } from '@domain/progress/badges'
import { COLOURS } from '@/styles/tokens'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import { inPieces } from '../pieces'
import { badgeSvg } from './svg'
import './index.scss'

interface Props {
  id?: string
  kind: BadgeKind
  title: string
  /** When it was earned, or what opens. */
  note: string
  theme: 'light' | 'dark'
  onPress?: () => void
}

/** A badge that was earned: its drawing, what for and when. */
export function BadgeLine({ id, kind, title, note, theme, onPress }: Props) {
  const { ink, red } = COLOURS[theme]
  return (
    <View
      id={id}
      className={onPress ? 'badge badge--link' : 'badge'}
      onClick={onPress}
      {...a11y(onPress ? { role: 'link' } : {})}
    >
      <View className="badge__picture" style={{ backgroundImage: svgUrl(badgeSvg(kind, { ink, red })) }} />
      <View className="badge__words">
        <Text className="badge__title">{inPieces(title)}</Text>
        {inPieces(note)}
      </View>
    </View>
  )
}
