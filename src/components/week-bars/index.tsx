import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
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
/** px of a full bar of minutes; its room is in index.scss. */
const MINUTES_HIGH = 72
/** px of a full bar of questions; its room is in index.scss. */
const ANSWERS_HIGH = 36

/**
 * A bar of parts from the bottom, as one background, and its number on top of it: a node for each would travel through
 * setData on WeChat.
 * @param high px
 */
function bar(parts: { colour: string; minutes: number }[], high: number) {
  const sum = parts.reduce((total, part) => total + part.minutes, 0)
  let to = 0
  // A stop at 0 begins where the one before it ends: the shortest way to say so.
  const stops = parts.map(({ colour, minutes }, i) => {
    to += (100 * minutes) / sum
    return `${i > 0 ? `var(${colour}) 0,` : ''}var(${colour}) ${Math.round(to)}%`
  })
  return {
    backgroundImage: `linear-gradient(0deg,${stops.join(',')})`,
    ...standing(high),
  }
}

/** How high a bar is, px: one variable, which the stylesheet uses twice, since each style travels through setData. */
const standing = (high: number) => ({ '--high': `${high}px` }) as CSSProperties

/** Seven days side by side, in minutes and below in questions; numbers stand by the bars, so colour is not the only word. */
export function WeekBars({ bars, label }: { bars: Bar[]; label: string }) {
  const totals = bars.map(bar => Math.floor(bar.parts.reduce((sum, part) => sum + part.minutes, 0)))
  const most = Math.max(LEAST, ...totals)
  const mostAnswers = Math.max(LEAST, ...bars.map(bar => bar.answers))
  return (
    <View className="week-bars" {...a11y({ role: 'img', label })}>
      {bars.map(({ name, parts, answers }, i) => {
        const studied = parts.filter(part => part.minutes > 0)
        return (
          <View key={name} className="week-bars__day">
            <View
              className="week-bars__track"
              style={
                studied.length > 0
                  ? bar(
                      studied.map(part => ({ colour: COLOURS[part.kind], minutes: part.minutes })),
                      Math.round((MINUTES_HIGH * totals[i]!) / most),
                    )
                  : undefined
              }
            >
              {totals[i] || ''}
            </View>
            <Text className="week-bars__name">{name}</Text>
            {answers > 0 && (
              <View className="week-bars__answers" style={standing(Math.round((ANSWERS_HIGH * answers) / mostAnswers))}>
                {answers}
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
