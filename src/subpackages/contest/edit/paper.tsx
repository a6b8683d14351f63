import { View } from '@tarojs/components'
import { BLUEPRINT_ROWS, CONTEST_DIFFICULTIES, CONTEST_TYPES, type ContestType } from '@domain/contract/contest-limits'
import type { BlueprintRow, ContestDetail } from '@domain/contract/contests'
import type { ContestDraft } from '@domain/contest/draft'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { Line } from '@/components/words-field'
import { Count } from '../count'
import { Practice } from './practice'

type Pool = NonNullable<ContestDetail['pool']>

interface Props {
  draft: ContestDraft
  pool: Pool | undefined
  onChange: (part: Partial<ContestDraft>) => void
}

const KINDS: { value: 'blueprint' | 'fixed'; text: string }[] = [
  { value: 'blueprint', text: '每人抽的不一样' },
  { value: 'fixed', text: '都答同样的题' },
]
const TYPES: { value: ContestType | 'any'; text: string }[] = [
  { value: 'any', text: '不限' },
  ...(Object.keys(CONTEST_TYPES) as ContestType[]).map(value => ({ value, text: CONTEST_TYPES[value] })),
]
const DIFFICULTIES = [
  { value: 0, text: '不限' },
  ...Object.entries(CONTEST_DIFFICULTIES).map(([text, value]) => ({ value: value as number, text })),
]
const NUMBERS = 400

/** Which questions of the pool are asked, and what is practised before. */
export function Paper({ draft, pool, onChange }: Props) {
  const { paper, rows, numbers } = draft
  const put = (i: number, row: BlueprintRow) => onChange({ rows: rows.map((it, j) => (j === i ? row : it)) })
  return (
    <>
      <Section title="出哪些题" aside={pool && `题库 ${pool.total} 题`}>
        <Choice
          id="contest-paper"
          label="出哪些题"
          value={paper}
          options={KINDS}
          onChange={to => onChange({ paper: to })}
        />
        <View>
          {paper === 'blueprint' &&
            rows.map((row, i) => (
              <BlueprintLine
                key={i}
                place={i + 1}
                row={row}
                onChange={to => put(i, to)}
                {...(rows.length > 1 && { onRemove: () => onChange({ rows: rows.filter((_, j) => j !== i) }) })}
              />
            ))}
        </View>
        <View>
          {paper === 'blueprint' && rows.length < BLUEPRINT_ROWS && (
            <Button id="blueprint-add" onPress={() => onChange({ rows: [...rows, { count: 5 }] })}>
              再加一行
            </Button>
          )}
        </View>
        <View>
          {paper === 'fixed' && (
            <Line
              id="contest-numbers"
              title="题号（题库表里从上到下数）"
              hint="例如 1-20，25"
              value={numbers}
              limit={NUMBERS}
              onInput={to => onChange({ numbers: to })}
            />
          )}
        </View>
        <View>
          {paper === 'fixed' && pool && (
            <Button
              id="numbers-all"
              look="plain"
              onPress={() => onChange({ numbers: pool.total === 1 ? '1' : `1-${pool.total}` })}
            >
              整个题库 {pool.total} 题都出
            </Button>
          )}
        </View>
        <View className="contest-note">
          题目和选项的先后，每人都不一样。题库还没有导入也可以先写，导入以后不够抽的会说出来。
        </View>
      </Section>
      <Practice value={draft.practice} onChange={practice => onChange({ practice })} />
    </>
  )
}

interface LineProps {
  place: number
  row: BlueprintRow
  onChange: (row: BlueprintRow) => void
  onRemove?: () => void
}

function BlueprintLine({ place, row, onChange, onRemove }: LineProps) {
  const { type, difficulty, topic, count } = row
  const put = (part: { type?: ContestType; difficulty?: 1 | 2 | 3; topic?: string; count?: number }) => {
    const next = { type, difficulty, topic, count, ...part }
    onChange({
      count: next.count,
      ...(next.type && { type: next.type }),
      ...(next.difficulty && { difficulty: next.difficulty }),
      ...(next.topic && { topic: next.topic }),
    })
  }
  return (
    <View className="contest-rule">
      <Count
        id={`row-count-${place}`}
        title={`第 ${place} 行：抽几题`}
        value={count}
        onChange={to => put({ count: to })}
      />
      <Choice
        id={`row-type-${place}`}
        label="题型"
        value={type ?? 'any'}
        options={TYPES}
        onChange={to => put({ type: to === 'any' ? undefined : to })}
      />
      <View>难度</View>
      <Choice
        id={`row-difficulty-${place}`}
        label="难度"
        value={difficulty ?? 0}
        options={DIFFICULTIES}
        onChange={to => put({ difficulty: to === 0 ? undefined : (to as 1 | 2 | 3) })}
      />
      <Line
        id={`row-topic-${place}`}
        title="主题（不写就是不限）"
        hint="题库“主题”一列里的字"
        value={topic ?? ''}
        limit={20}
        onInput={to => put({ topic: to.trim() || undefined })}
      />
      <View>
        {onRemove && (
          <Button id={`row-remove-${place}`} look="plain" onPress={onRemove}>
            去掉这一行
          </Button>
        )}
      </View>
    </View>
  )
}
