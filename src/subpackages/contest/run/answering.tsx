import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Screen } from '@/layout/screen'
import { back } from '@/navigation'
import { scrollToTop } from '@/platform/page/scroll'
import { keepAwake } from '@/platform/phone/keep-awake'
import { useNetwork } from '@/stores/network'
import type { ContestRun } from './contest-run'
import type { RunState } from './run-state'
import { Head } from './head'
import { QuestionView } from './question-view'
import { Still } from './still'

interface Props {
  run: ContestRun
  clock: 'question' | 'paper'
  title: string
  /** What leaving costs. */
  backLabel: string
  onFinished: () => void
}

/** One question at a time; what is on its way, and what is wrong, is said in place, and nothing is lost by it. */
export function Answering({ run, clock, title, backLabel, onFinished }: Props) {
  const state = useStore(run.store)
  const connected = useNetwork(it => it.connected)
  const [ending, setEnding] = useState(false)
  const { step, question } = state
  useEffect(() => {
    if (connected) run.again()
  }, [connected, run])
  useDidShow(() => {
    keepAwake('contest', true)
    void run.seen()
  })
  useDidHide(() => keepAwake('contest', false))
  const leave = () => {
    keepAwake('contest', false)
    run.leave()
  }
  useUnload(leave)
  useEffect(() => {
    keepAwake('contest', true)
    return watchTab(() => void run.seen())
  }, [run])
  useEffect(() => {
    if (step === 'finished') onFinished()
    // It is over once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step])
  const n = question?.n
  useEffect(() => {
    if (n !== undefined) scrollToTop()
  }, [n])

  const shown = question && SHOWS.includes(step)
  // What was chosen before the app was killed: it is handed in, and its question is gone.
  const left = step === 'taken' && !question
  const handedIn = left && !state.otherFirst
  return (
    <Screen
      title={title}
      backLabel={backLabel}
      onBack={back}
      right={null}
      footer={shown || left ? <Footer run={run} state={state} /> : undefined}
    >
      {/* Each part has its place: what one says leaves the others out of the update. */}
      <View>{shown && <Head state={state} />}</View>
      <View>{shown && <QuestionView key={question.n} state={state} onChoose={given => run.choose(given)} />}</View>
      <View>{!shown && !left && <Still run={run} state={state} />}</View>
      <View>{handedIn && <Notice>断线以前选好的那一题，已经交上。</Notice>}</View>
      {/* As high as what is said above the button: the last option can be scrolled out from under it. */}
      <View>{shown && saysMore(state) && <View className="contest-room" />}</View>
      <View>
        {shown && clock === 'paper' && step === 'answering' && (
          <Button id="contest-finish" look="plain" onPress={() => setEnding(true)}>
            提前交卷
          </Button>
        )}
      </View>
      <View>{step === 'elsewhere' && <Elsewhere run={run} />}</View>
      <View>
        {step === 'refused' && (
          <Empty
            title="现在不能接着答"
            hint={`${state.refusal?.words ?? ''}。交过的题都记着`}
            action={{ text: '返回', onPress: back }}
          />
        )}
      </View>
      <Dialog
        open={ending}
        title="现在就交卷？"
        confirm="交卷"
        cancel="接着答"
        stay
        onConfirm={() => {
          setEnding(false)
          void run.finish()
        }}
        onCancel={() => setEnding(false)}
      >
        还有 {state.questions - (n ?? 0)} 题没有交，交了卷就算没答，不能再回来。
      </Dialog>
    </Screen>
  )
}

/** Steps at which the question is in sight. */
const SHOWS: readonly RunState['step'][] = ['answering', 'sending', 'taken', 'time-up']

const saysMore = ({ step, waiting }: RunState) => waiting !== undefined || step === 'taken' || step === 'time-up'

/** The main action, and above it what is to be known at this step: in large type, too, it is in sight there. */
function Footer({ run, state }: { run: ContestRun; state: RunState }) {
  return (
    <View>
      <View>
        <Still run={run} state={state} />
      </View>
      <Action run={run} state={state} />
    </View>
  )
}

function Action({ run, state: { step, given, question, questions } }: { run: ContestRun; state: RunState }) {
  const last = question && question.n + 1 === questions
  if (step === 'taken' || step === 'time-up') {
    return (
      <Button id="contest-next" look="main" onPress={() => void run.next()}>
        {last ? '交卷' : '下一题'}
      </Button>
    )
  }
  const words = step === 'sending' ? '正在交…' : given.length === 0 ? '请先选' : '答好了'
  return (
    <Button
      id="contest-submit"
      look="main"
      disabled={step === 'sending' || given.length === 0}
      onPress={() => void run.submit()}
    >
      {words}
    </Button>
  )
}

function Elsewhere({ run }: { run: ContestRun }) {
  return (
    <Empty
      title="您正在另一部手机上答"
      hint="一次只在一部手机上答；交过的题都记着，时间照走"
      action={{ text: '换到这部手机上接着答', onPress: () => void run.resume() }}
    />
  )
}

/** On the web a hidden tab is not a hidden page; WeChat tells by useDidShow. */
function watchTab(seen: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  const listener = () => {
    if (document.visibilityState === 'visible') seen()
  }
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
