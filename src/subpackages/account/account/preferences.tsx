import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Me } from '@domain/contract/me'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { changePreferences } from '@/actions/account'
import './index.scss'

const NAMES = [
  { value: 'masked', text: '写成“王*”' },
  { value: 'full', text: '显示全名' },
]

/** How the name is shown beyond the branch. */
export function Preferences({ me }: { me: Me }) {
  const [problem, setProblem] = useState<string>()
  const change = (it: Parameters<typeof changePreferences>[0]) =>
    changePreferences(it).then(
      () => setProblem(undefined),
      (error: Error) => setProblem(error.message),
    )
  return (
    <Section title="本支部以外怎么写我的姓名">
      <Choice
        id="my-name"
        label="本支部以外怎么写我的姓名"
        value={me.unmasked ? 'full' : 'masked'}
        options={NAMES}
        onChange={value => void change({ unmasked: value === 'full' })}
      />
      <View>{problem && <Notice tone="warning">没有改成：{problem}</Notice>}</View>
    </Section>
  )
}
