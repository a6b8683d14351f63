import { View } from '@tarojs/components'
import { useState } from 'react'
import { CONTEST_TRIES, PAPER_SECONDS, QUESTION_SECONDS } from '@domain/contract/contest-limits'
import type { ContestDraft } from '@domain/contest/draft'
import { lengthWords } from '@domain/contest/words'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { Within } from './within'

interface Props {
  org: string
  draft: ContestDraft
  onChange: (part: Partial<ContestDraft>) => void
}

/** Seconds that are offered, all within what the service takes. */
const OFFERED = {
  question: [15, 20, 30, 45, 60, 90, 120].filter(it => it >= QUESTION_SECONDS[0] && it <= QUESTION_SECONDS[1]),
  paper: [300, 600, 900, 1_200, 1_800, 3_600].filter(it => it >= PAPER_SECONDS[0] && it <= PAPER_SECONDS[1]),
}
const USUAL = { question: 30, paper: 1_200 }
const KINDS: { value: 'question' | 'paper'; text: string }[] = [
  { value: 'question', text: '每题计时' },
  { value: 'paper', text: '整卷计时' },
]

/** When, for whom, how often, and whose clock runs. */
export function Time({ org, draft, onChange }: Props) {
  const { opensDay, opensTime, closesDay, closesTime, within, tries, clock } = draft
  const [narrow, setNarrow] = useState(within !== org)
  const offered = OFFERED[clock.kind]
  const seconds = offered.includes(clock.seconds) ? offered : [...offered, clock.seconds].sort((a, b) => a - b)
  return (
    <>
      <Section title="什么时候">
        <WhenField
          id="opens-day"
          kind="date"
          label="哪一天开始"
          value={opensDay}
          onChange={to => onChange({ opensDay: to })}
        />
        <WhenField
          id="opens-time"
          kind="time"
          label="几点开始"
          value={opensTime}
          onChange={to => onChange({ opensTime: to })}
        />
        <WhenField
          id="closes-day"
          kind="date"
          label="哪一天结束"
          value={closesDay}
          onChange={to => onChange({ closesDay: to })}
        />
        <WhenField
          id="closes-time"
          kind="time"
          label="几点结束"
          value={closesTime}
          onChange={to => onChange({ closesTime: to })}
        />
        <View className="contest-note">时间放宽一些，大家不会挤在同一分钟；北京时间。</View>
      </Section>
      <Section title="谁可以参加">
        <Choice
          id="contest-within"
          label="谁可以参加"
          value={narrow ? 'narrow' : 'own'}
          options={[
            { value: 'own', text: '本组织全部党员' },
            { value: 'narrow', text: '下面的一个组织' },
          ]}
          onChange={to => {
            setNarrow(to === 'narrow')
            onChange({ within: to === 'narrow' ? '' : org })
          }}
        />
        <View>{narrow && <Within org={org} value={within} onChange={to => onChange({ within: to })} />}</View>
        <View>每人几次，取最好的一次</View>
        <Choice
          id="contest-tries"
          label="每人几次"
          value={tries}
          options={Array.from({ length: CONTEST_TRIES }, (_, i) => ({ value: i + 1, text: `${i + 1} 次` }))}
          onChange={to => onChange({ tries: to })}
        />
      </Section>
      <Section title="怎么计时">
        <Choice
          id="contest-clock"
          label="怎么计时"
          value={clock.kind}
          options={KINDS}
          onChange={kind => onChange({ clock: { kind, seconds: USUAL[kind] } })}
        />
        <View>{clock.kind === 'question' ? '每题多少时间' : '一份卷多少时间'}</View>
        <Choice
          id="contest-seconds"
          label="多少时间"
          value={clock.seconds}
          options={seconds.map(value => ({ value, text: lengthWords(value) }))}
          onChange={to => onChange({ clock: { ...clock, seconds: to } })}
        />
        <View className="contest-note">
          每题计时：交一题，歇一歇，再开始下一题；年纪大的从容些。网络慢的，服务会给他补时间。
        </View>
      </Section>
    </>
  )
}
