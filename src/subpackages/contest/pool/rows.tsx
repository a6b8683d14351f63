import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { CONTEST_DIFFICULTIES, CONTEST_TYPES } from '@domain/contract/contest-limits'
import type { PoolQuestion } from '@domain/contract/contest-pool'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Section } from '@/components/section'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { ContestLoaded } from '../frame'
import { keyWords } from '../key-words'
import '../review/review.scss'

/** Questions at once: each is some nodes that travel through setData on WeChat. */
const PAGE = 8

const difficultyOf = (value: number) =>
  Object.entries(CONTEST_DIFFICULTIES).find(([, known]) => known === value)?.[0] ?? ''

/** The questions of the pool with their keys, by the numbers that voiding and a fixed paper go by. */
export function PoolRows({ org, id, total }: { org: string; id: string; total: number }) {
  const read = useQuery(`pool-rows-${org}-${id}-${total}`, contestDeskApi(authorised, org).of(id).pool)
  const [shown, setShown] = useState(PAGE)
  return (
    <Section title="题库里的题" aside={`${total} 题`}>
      <ContestLoaded of={read}>
        {questions => (
          <>
            <View id="pool-rows">{questions.slice(0, shown).map(row)}</View>
            <View>
              {questions.length > shown && (
                <Button id="pool-more" onPress={() => setShown(n => n + PAGE)}>
                  再看 {Math.min(PAGE, questions.length - shown)} 题
                </Button>
              )}
            </View>
          </>
        )}
      </ContestLoaded>
    </Section>
  )
}

const row = ({ number, type, stem, options, key, basis, difficulty, topic }: PoolQuestion) => (
  <View key={number} className="contest-reviewed">
    <Text className="contest-reviewed__kind">
      {[`第 ${number} 题`, CONTEST_TYPES[type], difficultyOf(difficulty), topic].filter(Boolean).join(DOT)}
    </Text>
    <Text className="contest-reviewed__stem">{stem}</Text>
    <View>答案：{keyWords(key, options)}</View>
    <View className="contest-reviewed__basis">{basis}</View>
  </View>
)
