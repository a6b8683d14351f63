import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { wordsIn } from '@/navigation'
import { useSearch } from '@/stores/search'
import { Answered } from './answered'
import './index.scss'

/** One of each kind that is asked most: when, who, how many, why. */
const EXAMPLES = ['遵义会议是哪一年开的', '谁领导了南昌起义', '红旗渠打了多少个隧洞', '江姐为什么被捕']

/** 问总账: a question is answered by cards and texts that are there already; not one word is written for it. */
export default function AskPage() {
  const { q = '' } = useRouter().params
  const [typed, setTyped] = useState(() => wordsIn(q).trim())
  const [question, setQuestion] = useState(typed)
  const { status, read, total, problem, load } = useSearch()
  useEffect(() => void load(), [load])
  const ask = (words: string) => {
    setTyped(words.trim())
    setQuestion(words.trim())
  }
  const whole = status === 'ready' || status === 'partial'
  return (
    <Screen title="问总账">
      <SearchField
        id="ask"
        value={typed}
        hint="问一句话，如：谁领导了南昌起义"
        submit="问"
        focus={q === ''}
        onInput={setTyped}
        onSubmit={ask}
      />
      <View>
        {question === '' && (
          <View className="ask__how">只用事实卡、文章和文稿里的原话来答，不另写一个字，不用网络。</View>
        )}
      </View>
      <View>
        {status === 'partial' && (
          <Notice tone="warning" action={{ text: '再试一次', onPress: () => void load() }}>
            有一部分内容没有读出来，可能查不全。{problem}
          </Notice>
        )}
      </View>
      <View>
        {question === '' && (
          <Section title="可以这样问">
            {EXAMPLES.map((words, i) => (
              <Row key={words} id={`example-${i}`} title={words} onPress={() => ask(words)} />
            ))}
          </Section>
        )}
        {question !== '' && !whole && <Waiting>{`正在翻阅全文：${read} / ${total}`}</Waiting>}
        {question !== '' && whole && <Answered key={question} question={question} />}
      </View>
    </Screen>
  )
}
