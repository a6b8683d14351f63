import { useState } from 'react'
import { practiceSets } from '@domain/quiz/select'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'
import { poolsOf, type PoolKind } from './pools'

const PAGE = 8
const KINDS: { value: PoolKind; text: string }[] = [
  { value: 'shelf', text: '书架' },
  { value: 'series', text: '系列' },
  { value: 'person', text: '人物' },
  { value: 'difficulty', text: '难易' },
]
const SIZES = [5, 10].map(value => ({ value: value as 5 | 10, text: `${value} 题` }))

/** Chooses what to practise, and how many at a time. */
export default function Practice() {
  const [kind, setKind] = useState<PoolKind>('shelf')
  const [size, setSize] = useState<5 | 10>(5)
  const [shown, setShown] = useState(PAGE)
  const done = useMember(state => state.progress.sets)
  const pools = useQuery(kind, () => poolsOf(kind))
  const filled = pools.status === 'ready' ? pools.value.filter(pool => pool.questions.length > 0) : []
  const choose = (value: PoolKind) => {
    setKind(value)
    setShown(PAGE)
  }
  return (
    <Screen title="专项练习">
      <Section title="练什么">
        <Choice id="kind" label="练什么" value={kind} options={KINDS} onChange={choose} />
      </Section>
      <Section title="一组几题" aside="每组只记一次成绩">
        <Choice id="size" label="一组几题" value={size} options={SIZES} onChange={setSize} />
      </Section>
      <Section title="从哪一项开始">
        {pools.status === 'failed' && <Failed {...pools} />}
        {pools.status === 'ready' && filled.length === 0 && <Empty title="这里还没有题" hint="换一类再看看" />}
        {filled.slice(0, shown).map(({ name, title, questions }) => {
          const sets = practiceSets(questions, name, size)
          const finished = sets.filter(set => done[set.id]).length
          const [by = '', id = ''] = name.split(':')
          return (
            <Row
              key={name}
              id={`pool-${id}`}
              title={title}
              note={finished === sets.length ? '全部做过，再做不重复记分' : undefined}
              meta={`做过 ${finished} / ${sets.length} 组`}
              share={finished > 0 ? finished / sets.length : undefined}
              onPress={() => open(routes.run({ mode: 'practice', by, id, size: String(size) }))}
            />
          )
        })}
        {filled.length > shown && (
          <Button onPress={() => setShown(n => n + PAGE)}>再看 {Math.min(PAGE, filled.length - shown)} 项</Button>
        )}
      </Section>
    </Screen>
  )
}
