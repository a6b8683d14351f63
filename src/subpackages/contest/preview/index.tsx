import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CONTEST_TYPES } from '@domain/contract/contest-limits'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { OptionRow } from '@/components/option'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { ContestLoaded, OrganiserPage } from '../frame'
import '../review/review.scss'

/** Questions at once. */
const PAGE = 4

const JUDGE = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
]

/** 试看卷子: a paper as an entrant might get it, with its keys; another draw is another paper. */
export default function ContestPreviewPage() {
  return <OrganiserPage title="试看卷子">{org => <Preview org={org} />}</OrganiserPage>
}

function Preview({ org }: { org: string }) {
  const { id = '' } = useRouter().params
  const [draw, setDraw] = useState(1)
  const [shown, setShown] = useState(PAGE)
  const read = useQuery(`preview-${org}-${id}-${draw}`, () => contestDeskApi(authorised, org).of(id).preview(draw))
  return (
    <>
      <View className="contest-note">参赛的人看到的就是这样，只是没有答案；每个人题目和选项的先后都不一样。</View>
      <ContestLoaded of={read}>
        {({ questions }) => (
          <>
            <View id="preview-rows">
              {questions.slice(0, shown).map(({ number, type, stem, options, key }, i) => (
                <View key={number} className="contest-reviewed">
                  <Text className="contest-reviewed__kind">
                    {[`第 ${i + 1} 题`, CONTEST_TYPES[type], `题库第 ${number} 题`].join(DOT)}
                  </Text>
                  <Text className="contest-reviewed__stem">{stem}</Text>
                  {(type === 'judge' ? JUDGE : options).map(option => (
                    <OptionRow
                      key={option.id}
                      id={`${i + 1}-${option.id}`}
                      mark={type === 'judge' ? (option.id === 'true' ? '对' : '错') : option.id}
                      text={option.text}
                      multiple={type === 'multiple'}
                      state={key.includes(option.id) ? 'answer' : 'open'}
                    />
                  ))}
                </View>
              ))}
            </View>
            <View className="contest-actions">
              {questions.length > shown && (
                <Button id="preview-more" onPress={() => setShown(n => n + PAGE)}>
                  再看 {Math.min(PAGE, questions.length - shown)} 题
                </Button>
              )}
              <Button
                id="preview-again"
                onPress={() => {
                  setShown(PAGE)
                  setDraw(n => n + 1)
                }}
              >
                换一份看看
              </Button>
            </View>
          </>
        )}
      </ContestLoaded>
    </>
  )
}
