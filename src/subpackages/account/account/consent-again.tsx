import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { agree } from '@/actions/account'
import { Agreement } from '../consent/agreement'
import './index.scss'

/** No consent to the text in force: nothing is uploaded until there is. */
export function ConsentAgain() {
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState<string>()
  const go = () => agree().catch((error: Error) => setProblem(error.message))
  return (
    <Section title="请先看说明">
      <View className="account__note">上传说明有了新的一版，或者您还没有同意过。同意之前什么都不上传，学习照常。</View>
      <Agreement agreed={agreed} onChange={setAgreed} />
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <Button id="agree-now" look="main" disabled={!agreed} onPress={() => void go()}>
        同意并开始上传
      </Button>
    </Section>
  )
}
