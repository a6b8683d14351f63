import { View } from '@tarojs/components'
import { useState } from 'react'
import { NOBODY, type SlipPerson, slipPersonKey } from '@domain/branch/matched-slips'
import type { BookPerson } from '@domain/contract/month-book'
import { personName } from '@domain/text/person-name'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { useSlipAnswers } from '@/stores/slip-answers'
import { Said, useSaid } from '@/layout/states/said'

interface Props {
  branch: string
  asked: readonly SlipPerson[]
  people: readonly Pick<BookPerson, 'member' | 'name'>[]
}

/** A slip that fits nobody on the roster is asked about once; the answer holds for the next months. */
export function AskedSlips({ branch, asked, people }: Props) {
  const say = useSlipAnswers(state => state.say)
  const { said, busy, attempt } = useSaid()
  const [member, setMember] = useState<string>()
  const [slip] = asked
  if (!slip) return <Said said={said} />
  const key = slipPersonKey(slip)
  const answer = (whose: string) =>
    attempt(() => say(branch, key, whose), '记下了，以后这部手机的学习单都这样算；认错了，在下面撤回').then(() =>
      setMember(undefined),
    )
  return (
    <Section
      title={`“${slip.name}”的学习单是谁的`}
      aside={asked.length > 1 ? `还有 ${asked.length - 1} 张要问` : undefined}
    >
      <View className="desk-note">
        {people.some(it => personName(it.name) === personName(slip.name))
          ? `这是另一部手机上的“${slip.name}”：同一个人换了手机，还是同名的两位？`
          : `名册里没有“${slip.name}”（单上写的支部：${slip.branch || '没有写'}）。只问这一次。`}
      </View>
      <Choice
        id="slip-of"
        label="这张学习单是谁的"
        value={member ?? ''}
        options={people.map(it => ({ value: it.member, text: it.name }))}
        onChange={setMember}
      />
      <Said said={said} />
      <View className="desk-actions">
        <Button id="slip-say" disabled={!member || busy} onPress={() => void answer(member!)}>
          就是这一位
        </Button>
        <Button id="slip-nobody" disabled={busy} onPress={() => void answer(NOBODY)}>
          不是这个支部的
        </Button>
      </View>
    </Section>
  )
}
