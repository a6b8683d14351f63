import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberDay } from '@domain/progress/summaries'
import { dayBars, type KindBar } from '@domain/progress/charts'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Remark } from '@/components/remark'
import { Section } from '@/components/section'
import { WeekBars } from '@/components/week-bars'

const NOTHING = '没有学'

/**
 * What was studied, in words; what did not happen is left out. Whole minutes, as a study day takes three of them: rounded up,
 * a day of two and a half would look like one.
 */
export function kindWords({ read, listen, watch, answers }: KindBar): string {
  const minutes = (verb: string, seconds: number) =>
    seconds >= 30 && `${verb} ${seconds < 60 ? '不足 1' : Math.floor(seconds / 60)} 分钟`
  const parts = [
    minutes('读', read),
    minutes('听', listen),
    minutes('看', watch),
    answers > 0 && `答 ${answers} 题`,
  ].filter(Boolean)
  return parts.join('，') || NOTHING
}

interface Props {
  title: string
  /** Any day of the week. */
  day: string
  days: Record<string, MemberDay>
}

/** A week day by day and by kind, as bars of minutes and of questions or as a table. */
export function WeekStudy({ title, day, days }: Props) {
  const [table, setTable] = useState(false)
  const week = dayBars(days, day).map((bar, i) => ({ ...bar, name: '一二三四五六日'[i]! }))
  const studied = week.filter(bar => kindWords(bar) !== NOTHING)
  const label = studied.map(bar => `星期${bar.name} ${kindWords(bar)}`).join('；') || '还没有学'
  const toggle = (
    <Button id="week-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title={title} aside={toggle}>
      {table ? (
        week.map(bar => <Row key={bar.name} title={`星期${bar.name}`} meta={kindWords(bar)} />)
      ) : (
        <>
          <WeekBars
            label={label}
            bars={week.map(({ name, read, listen, watch, answers }) => ({
              name,
              parts: [
                { kind: 'read' as const, minutes: read / 60 },
                { kind: 'listen' as const, minutes: listen / 60 },
                { kind: 'watch' as const, minutes: watch / 60 },
              ],
              answers,
            }))}
          />
          {studied.length > 0 ? (
            <View className="legend">
              {week.some(it => it.read > 0) && <Text className="legend__one">读（分钟）</Text>}
              {week.some(it => it.listen > 0) && <Text className="legend__one legend__one--listen">听（分钟）</Text>}
              {week.some(it => it.watch > 0) && <Text className="legend__one legend__one--watch">看（分钟）</Text>}
              {week.some(it => it.answers > 0) && <Text className="legend__one legend__one--answer">答（题）</Text>}
            </View>
          ) : (
            <Remark>还没有学；一天学三分钟或答五道题，就算一天</Remark>
          )}
        </>
      )}
    </Section>
  )
}
