import { View } from '@tarojs/components'
import { CONTEST_PRACTICE } from '@domain/contract/contest-limits'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { readAllQuestions } from '@/feed/feed'
import { newId } from '@/platform/phone/clock'
import { Said, useSaid } from '@/layout/states/said'
import { practiceDraw } from '../run/practice'

const SIZES = [0, 5, 10, CONTEST_PRACTICE]

/** The practice round: questions that everybody has in the app anyway, so that nothing of the pool is given away. */
export function Practice({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { said, attempt } = useSaid()
  const draw = (count: number) =>
    attempt(async () => {
      onChange(count > 0 ? practiceDraw(await readAllQuestions(), count, await newId()) : [])
    })
  const sizes = SIZES.includes(value.length) ? SIZES : [...SIZES, value.length].sort((a, b) => a - b)
  return (
    <Section title="先练一练">
      <Choice
        id="contest-practice"
        label="练习几题"
        value={value.length}
        options={sizes.map(count => ({ value: count, text: count === 0 ? '不要' : `${count} 题` }))}
        onChange={count => void draw(count)}
      />
      <Said said={said} />
      <View className="contest-note">
        练习题从应用自带的公开演示题里随机放，比赛前就能练，和比赛一样答；题库里的题不会露出来。
      </View>
    </Section>
  )
}
