import { useEffect } from 'react'
import { PAIRS } from '@domain/quiz/which-first'
import { Row } from '@/components/row'
import { open, routes } from '@/navigation'
import { useDay } from '@/stores/day'
import { useWhichFirst } from '@/stores/which-first'

/** Today's five pairs, and how they went. */
export function WhichFirstRow() {
  const { day } = useDay()
  const { days, load } = useWhichFirst()
  useEffect(() => void load().catch(() => undefined), [load])
  const answers = days?.[day] ?? []
  const done = answers.length >= PAIRS
  return (
    <Row
      id="which-first"
      kind="答"
      title="哪件在先"
      note={done ? undefined : '五对大事，认一认谁先谁后'}
      meta={done ? `对 ${answers.filter(it => it.correct).length} / ${answers.length}` : undefined}
      done={done}
      onPress={() => open(routes.whichFirst())}
    />
  )
}
