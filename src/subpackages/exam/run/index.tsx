import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Screen } from '@/frame/screen'
import { back, switchTab } from '@/services/navigation'
import { useCatalog } from '@/stores/catalog'
import { useRun } from '@/stores/run'
import { NextButton } from './next-button'
import { beginRun, type Beginning } from './begin'
import { QuestionView } from './question-view'
import { Result } from './result'
import './index.scss'

/** One run of questions, whatever its mode; it is saved after every step. */
export default function RunPage() {
  const params = useRouter().params
  const { catalog } = useCatalog()
  const { run, questions, leave, tick } = useRun()
  const [beginning, setBeginning] = useState<Beginning>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (!catalog) return
    let gone = false
    void beginRun(params).then(outcome => !gone && setBeginning(outcome))
    return () => {
      gone = true
    }
    // The address does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [!!catalog, attempt])
  useEffect(() => {
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [tick])
  useDidHide(() => void leave())
  useUnload(() => void leave())
  useDidShow(() => {
    const { run: paused, questions: pool, resume } = useRun.getState()
    if (paused?.state === 'paused') void resume(Object.values(pool))
  })

  if (beginning.status === 'failed') {
    return (
      <Screen title="答题">
        <Failed message={beginning.message} retry={() => setAttempt(n => n + 1)} />
      </Screen>
    )
  }
  if (beginning.status === 'empty') {
    return (
      <Screen title="答题">
        <Empty
          title={beginning.title}
          hint={beginning.hint}
          action={{ text: '去学习', onPress: () => switchTab('learn') }}
        />
      </Screen>
    )
  }
  if (!run || beginning.status === 'loading') return <Screen title="答题">{null}</Screen>
  if (run.state === 'finished') {
    return (
      <Screen title="答题">
        <Result run={run} questions={questions} />
      </Screen>
    )
  }
  const slot = run.slots[run.at]!
  const question = questions[slot.question]
  return (
    <Screen
      title="答题"
      backLabel="退出（会保存）"
      onBack={back}
      noPlayer
      right={`${run.at + 1} / ${run.slots.length}`}
      footer={<NextButton run={run} />}
    >
      {question && <QuestionView key={slot.question} run={run} slot={slot} question={question} />}
    </Screen>
  )
}
