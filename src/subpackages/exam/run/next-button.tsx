import { MODES } from '@domain/quiz/modes'
import type { Run } from '@domain/quiz/run'
import { Button } from '@/components/button'
import { useDraft } from './draft'
import { useRun } from '@/stores/run'

/** The page's one main action: hand in this answer, then go on. */
export function NextButton({ run }: { run: Run }) {
  const { give, next } = useRun()
  const { draft, complete } = useDraft()
  const slot = run.slots[run.at]!
  const answered = MODES[run.mode].feedback && !!slot.given
  const last = run.at + 1 === run.slots.length
  if (answered) {
    return (
      <Button id="next" look="main" onPress={next}>
        {last ? '看结果' : '下一题'}
      </Button>
    )
  }
  return (
    <Button id="submit" look="main" disabled={!complete} onPress={() => give(draft)}>
      {complete ? '确定' : '请先作答'}
    </Button>
  )
}
