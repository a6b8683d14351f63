import { View } from '@tarojs/components'
import type { ContestDraft } from '@domain/contest/draft'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'

interface Props {
  draft: ContestDraft
  onChange: (part: Partial<ContestDraft>) => void
}

const COUNTS = [0, 3, 10, 30, 100]
const NAMES: { value: 'chosen' | 'masked'; text: string }[] = [
  { value: 'chosen', text: '照本人选的' },
  { value: 'masked', text: '一律写“王*”' },
]
const LEVELS: { value: 'none' | 'branch' | 'unit'; text: string }[] = [
  { value: 'none', text: '不排' },
  { value: 'branch', text: '按支部' },
  { value: 'unit', text: '按单位' },
]
const BEST = [5, 10, 20, 50]
const YES_NO = (yes: string, no: string) => [
  { value: 'yes' as const, text: yes },
  { value: 'no' as const, text: no },
]

/** What is told after the close, and how names are written. */
export function Result({ draft: { winners, teams, reveal, certificate }, onChange }: Props) {
  const counts = COUNTS.includes(winners.count) ? COUNTS : [...COUNTS, winners.count].sort((a, b) => a - b)
  return (
    <Section title="结束以后">
      <View>公布前几名</View>
      <Choice
        id="winners-count"
        label="公布前几名"
        value={winners.count}
        options={counts.map(count => ({ value: count, text: count === 0 ? '不公布' : `${count} 名` }))}
        onChange={count => onChange({ winners: { ...winners, count } })}
      />
      <View>
        {winners.count > 0 && (
          <>
            <View className="contest-note">最多列到参赛人数的一半，名次并列的一起列；一题没对的不列。</View>
            <View>名字怎么写</View>
            <Choice
              id="winners-names"
              label="名字怎么写"
              value={winners.names}
              options={NAMES}
              onChange={names => onChange({ winners: { ...winners, names } })}
            />
          </>
        )}
      </View>
      <View>排不排队</View>
      <Choice
        id="teams"
        label="排不排队"
        value={teams?.level ?? 'none'}
        options={LEVELS}
        onChange={level => onChange({ teams: level === 'none' ? null : { level, best: teams?.best ?? BEST[0]! } })}
      />
      <View>
        {teams && (
          <>
            <View>一队算最好的几个人</View>
            <Choice
              id="teams-best"
              label="一队算最好的几个人"
              value={teams.best}
              options={BEST.map(best => ({ value: best, text: `${best} 人` }))}
              onChange={best => onChange({ teams: { ...teams, best } })}
            />
          </>
        )}
      </View>
      <View className="contest-note">队只比分，不算参与率；答的人不够数的队不列出来。</View>
      <View>题库公布不公布</View>
      <Choice
        id="contest-reveal"
        label="题库公布不公布"
        value={reveal ? 'yes' : 'no'}
        options={YES_NO('公布整个题库', '不公布')}
        onChange={to => onChange({ reveal: to === 'yes' })}
      />
      <View>证书</View>
      <Choice
        id="contest-certificate"
        label="证书"
        value={certificate ? 'yes' : 'no'}
        options={YES_NO('答完的、时间用完的都有', '没有')}
        onChange={to => onChange({ certificate: to === 'yes' })}
      />
    </Section>
  )
}
