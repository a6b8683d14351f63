import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAnswers, type SlipAnswer } from '@domain/branch/matched-slips'
import type { BookPerson } from '@domain/contract/month-book'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useSlipAnswers } from '@/stores/slip-answers'
import { Said, useSaid } from '@/layout/states/said'

/** Answers at first, the latest. */
const FIRST = 3

interface Props {
  branch: string
  people: readonly Pick<BookPerson, 'member' | 'name'>[]
}

/** Whose the slips are that fitted nobody, as the secretary has said; each can be taken back and is asked again. */
export function AnsweredSlips({ branch, people }: Props) {
  const { answers, unsay } = useSlipAnswers()
  const [all, setAll] = useState(false)
  const { said, busy, attempt } = useSaid()
  const list = listAnswers(answers?.[branch] ?? {}, people)
  const takeBack = ({ key, name }: SlipAnswer) =>
    void attempt(() => unsay(branch, key), `“${name}”的学习单撤回了，会再问一次`)
  return (
    <View>
      <Said said={said} />
      {list.length > 0 && (
        <Section title="这些学习单算在谁名下" aside={`${list.length} 个`}>
          {list.slice(0, all ? list.length : FIRST).map(it => (
            <Row
              key={it.key}
              title={`“${it.name}”`}
              note={it.whose ? `算${it.whose}的` : '不是这个支部的'}
              meta={
                <Button look="plain" label={`撤回“${it.name}”的`} disabled={busy} onPress={() => takeBack(it)}>
                  撤回
                </Button>
              }
            />
          ))}
          <View>
            {list.length > FIRST && (
              <Button id="answers-all" look="plain" onPress={() => setAll(!all)}>
                {all ? '收起' : `看全部 ${list.length} 个`}
              </Button>
            )}
          </View>
        </Section>
      )}
    </View>
  )
}
