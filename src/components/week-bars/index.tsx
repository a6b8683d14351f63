import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

export interface Bar {
  name: string
  /** Stacked from the bottom, minutes each. */
  parts: { kind: 'read' | 'listen' | 'watch'; minutes: number }[]
  /** Questions answered: a bar of its own below the name. */
  answers: number
}

const COLOURS = { read: '--heat-4', listen: '--gold-line', watch: '--green' }

/** Full height from this many minutes or questions on. */
const LEAST = 10
/** px of a full bar of questions; its room is in index.scss. */
const ANSWERS_HIGH = 36

/**
 * Parts of a whole, from the bottom, as one background: a node for each would travel through setData on WeChat.
 * @param parts colour and share of the height, 0–1
 */
function stacked(parts: { colour: string; share: number }[]): { backgroundImage: string } {
  let to = 0
  // A stop at 0 begins where the one before it ends: the shortest way to say so.
  const stops = parts.map(({ colour, share }, i) => {
    to += share * 100
    return `${i > 0 ? `var(${colour}) 0,` : ''}var(${colour}) ${Math.round(to)}%`
  })
  return { backgroundImage: `linear-gradient(0deg,${stops.join(',')},transparent 0)` }
}

/** Seven days side by side, in minutes and below in questions; numbers stand by the bars, so colour is not the only word. */
export function WeekBars({ bars, label }: { bars: Bar[]; label: string }) {
  const totals = bars.map(bar => Math.round(bar.parts.reduce((sum, part) => sum + part.minutes, 0)))
  const most = Math.max(LEAST, ...totals)
  const mostAnswers = Math.max(LEAST, ...bars.map(bar => bar.answers))
  return (
    <View className="week-bars" {...a11y({ role: 'img', label })}>
      {bars.map(({ name, parts, answers }, i) => {
        const studied = parts.filter(part => part.minutes > 0)
        return (
          <View key={name} className="week-bars__day">
            <Text className="week-bars__number">{totals[i] || ''}</Text>
            <View
              className="week-bars__track"
              style={
                studied.length > 0
                  ? stacked(studied.map(part => ({ colour: COLOURS[part.kind], share: part.minutes / most })))
                  : undefined
              }
            />
            <Text className="week-bars__name">{name}</Text>
            {answers > 0 && (
              <View
                className="week-bars__answers"
                style={{ backgroundSize: `22px ${Math.round((ANSWERS_HIGH * answers) / mostAnswers)}px` }}
              >
                {answers}
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
