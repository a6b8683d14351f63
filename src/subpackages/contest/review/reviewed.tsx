import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ContestReview } from '@domain/contract/contest-results'
import { APPEAL_WORDS, CONTEST_TYPES } from '@domain/contract/contest-limits'
import { spentWords } from '@domain/contest/words'
import { contestApi } from '@/api/contests'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { OptionRow, type OptionState } from '@/components/option'
import { Said, useSaid } from '@/layout/states/said'
import { authorised } from '@/stores/session'
import { Words } from '@/components/words-field'
import './review.scss'

type Row = ContestReview['rows'][number]

const JUDGE = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
]

function verdict({ voided, right, late, given }: Row): string {
  if (voided) return '这一题作废了，算对'
  if (right) return '✓ 答对了'
  if (given.length === 0) return '没有答'
  return late ? '到得晚了，算没答对' : '没答对'
}

/** One question as it was answered. What is right is told by word and sign as well as by colour. */
export function Reviewed({
  contest,
  place,
  row,
  onAppealed,
}: {
  contest: string
  place: number
  row: Row
  onAppealed: () => Promise<void>
}) {
  const { type, stem, given, key, basis, explain, spentMs } = row
  const multiple = type === 'multiple'
  const stateOf = (id: string): OptionState => {
    const chosen = given.includes(id)
    if (key.includes(id)) return !multiple ? 'answer' : chosen ? 'right' : 'missed'
    return chosen ? 'wrong' : 'open'
  }
  // Of one that was right the words above say that it was chosen.
  const ownOf = (id: string) =>
    !multiple && (row.late || row.voided) && given.includes(id) && key.includes(id) ? '您的选择' : undefined
  return (
    <View className="contest-reviewed">
      <Text className="contest-reviewed__kind">
        {[`第 ${place} 题`, CONTEST_TYPES[type], verdict(row), given.length > 0 && `用了 ${spentWords(spentMs)}`]
          .filter(Boolean)
          .join(DOT)}
      </Text>
      <Text className="contest-reviewed__stem">{stem}</Text>
      {(type === 'judge' ? JUDGE : row.options).map(({ id, text }) => (
        <OptionRow
          key={id}
          id={`${place}-${id}`}
          mark={type === 'judge' ? (id === 'true' ? '对' : '错') : id}
          text={text}
          multiple={multiple}
          state={stateOf(id)}
          was={ownOf(id)}
        />
      ))}
      <View className="contest-reviewed__basis">{basis}</View>
      <View>{explain && <View className="contest-note">{explain}</View>}</View>
      <Appeal contest={contest} row={row} onAppealed={onAppealed} />
    </View>
  )
}

/** A doubt about a question, or what was answered to it. */
function Appeal({
  contest,
  row: { number, appeal },
  onAppealed,
}: {
  contest: string
  row: Row
  onAppealed: () => Promise<void>
}) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const { said, busy, attempt } = useSaid()
  if (appeal) {
    return (
      <View className="contest-note">
        您提过：{appeal.words}。{appeal.answer ? `答复：${appeal.answer}` : '还没有答复。'}
      </View>
    )
  }
  if (!open) {
    return (
      <View>
        <Button id={`appeal-${number}`} look="plain" onPress={() => setOpen(true)}>
          对这一题有疑问
        </Button>
      </View>
    )
  }
  const send = async () => {
    if (await attempt(() => contestApi(authorised, contest).appeal(number, words.trim()))) await onAppealed()
  }
  return (
    <View>
      <Words
        id={`appeal-words-${number}`}
        title="哪里不对，依据是什么"
        value={words}
        limit={APPEAL_WORDS}
        onInput={setWords}
      />
      <Said said={said} />
      <Button id={`appeal-send-${number}`} disabled={busy || words.trim().length < 2} onPress={() => void send()}>
        提给主办方
      </Button>
    </View>
  )
}
