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

const COLOURS = { read: '--heat-4', listen: '--gold-line', watch: '--green', answer: '--line-strong' }

/** Full height from this many minutes or questions on. */
const LEAST = 10

/**
 * Parts of a whole, from the bottom, as one background: a node for each would travel through setData on WeChat.
 * @param parts colour and share of the height, 0–1
 */
function stacked(parts: { colour: string; share: number }[]): { backgroundImage: string } {
  let from = 0
  const stops = parts.map(({ colour, share }) => {
    const start = from
    from += share * 100
    return `var(${colour}) ${Math.round(start)}%, var(${colour}) ${Math.round(from)}%`
  })
  return { backgroundImage: `linear-gradient(to top, ${stops.join(', ')}, transparent ${Math.round(from)}%)` }
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
                style={stacked([{ colour: COLOURS.answer, share: answers / mostAnswers }])}
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
