import { Text, View } from '@tarojs/components'
import type { StudiedYear } from '@domain/progress/years'
import { COLOURS } from '@/styles/tokens'
import { a11y } from '../a11y'
import { svgUrl } from '../heat-map/svg'
import { yearsSvg } from './svg'
import './index.scss'

interface Props {
  years: readonly StudiedYear[]
  /** Years whose numbers stand at the left; the last one is 今天. */
  marks: readonly number[]
  /** Where the member was last. */
  stand?: number
  /** Names beside the strokes, at the middle of their years. */
  spans: { name: string; note: string; from: number; to: number }[]
  /** What a screen reader says in place of the picture. */
  label: string
  theme: 'light' | 'dark'
}

/** Years so close to where one stands make room for it. */
const NEAR = 5

/** One thread from the first year to today, a stroke for each year that inks in as it is studied. */
export function YearsThread({ years, marks, stand, spans, label, theme }: Props) {
  const first = years[0]!.year
  const last = years[years.length - 1]!.year
  const place = (year: number) => `${Math.round(((year - first + 0.5) / years.length) * 1000) / 10}%`
  const { 'heat-1': pale, ink, paper } = COLOURS[theme]
  const shown = [...marks, last].filter(it => stand === undefined || it === stand || Math.abs(it - stand) > NEAR)
  return (
    <View className="years-thread" {...a11y({ role: 'img', label })}>
      {shown.map(year => (
        <Text key={year} className="years-thread__year" style={{ top: place(year) }}>
          {year === last ? '今天' : year}
        </Text>
      ))}
      {stand !== undefined && (
        <View className="years-thread__stand" style={{ top: place(stand) }}>
          {shown.indexOf(stand) < 0 && <Text className="years-thread__here">{stand}</Text>}
        </View>
      )}
      <View
        className="years-thread__strokes"
        style={{ backgroundImage: svgUrl(yearsSvg(years, { pale, ink, paper })) }}
      />
      {spans.map(({ name, note, from, to }) => (
        <Text
          key={name}
          className="years-thread__span"
          style={{ top: place((Math.max(from, first) + Math.min(to, last)) / 2) }}
        >
          {`${name}\n${note}`}
        </Text>
      ))}
    </View>
  )
}
