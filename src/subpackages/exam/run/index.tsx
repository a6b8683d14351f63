import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { MODES } from '@domain/quiz/modes'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { NoCatalog } from '@/layout/states/no-catalog'
import { ReportSheet } from '@/layout/report-sheet'
import { Screen } from '@/layout/screen'
import { back, replace, routes, switchTab } from '@/navigation'
import { scrollToTop } from '@/platform/page/scroll'
import { inSinglePage } from '@/platform/phone/single-page'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useQuizSession } from '@/stores/quiz-session'
import { useUnfinished } from '@/stores/unfinished'
import { useSharing } from '@/hooks/sharing'
import { AnswerSheet } from './answer-sheet'
import { beginRun, resumeOpen, type Beginning } from './begin'
import { ChangesNotice } from './changes-notice'
import { Footer } from './footer'
import { Head } from './head'
import { QuestionView } from './question-view'
import { SingleQuestion } from './single'

export default function RunPage() {
  return inSinglePage() ? <SingleQuestion /> : <WholeRun />
}

/** One quiz session, whatever its mode; it is saved after every step. */
function WholeRun() {
  const params = useRouter().params
  const ready = useCatalog(state => !!state.catalog)
  const missing = useCatalog(state => !state.catalog && state.problem !== undefined)
  const recorded = useMember(state => state.status !== 'loading')
  const { session: open, questions, changes, lost, leave, tick, goOn, endWalk } = useQuizSession()
  const unfinished = useUnfinished(state => state.unfinished)
  const [beginning, setBeginning] = useState<Beginning>({ status: 'loading' })
  // Another page above this one may have begun another session; only this page's own is shown here.
  const session = beginning.status === 'ready' && open?.id === beginning.session ? open : undefined
  const [attempt, setAttempt] = useState(0)
  const [sheet, setSheet] = useState(false)

  useEffect(() => {
    if (!ready || !recorded) return
    let gone = false
    void beginRun(params, false).then(outcome => !gone && setBeginning(outcome))
    return () => {
      gone = true
    }
    // The address does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready, recorded, attempt])
  useEffect(() => {
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [tick])
  useDidHide(() => void leave())
  useUnload(() => void leave())
  // Where a clock runs, the member says when to go on; elsewhere nothing was lost by looking away.
  useDidShow(() => {
    const { session: known, lost: gone } = useQuizSession.getState()
    if (beginning.status === 'ready' && !gone && known?.id !== beginning.session) return setAttempt(n => n + 1)
    if (known?.state === 'paused' && known.endsAt === undefined && known.questionEndsAt === undefined) goOn()
  })
  const shown = session?.slots[session.at]?.question
  useSharing(() => {
    // A unit's own questions are not passed on.
    const stem = shown && !session?.own && questions[shown]?.stem
    return stem
      ? { title: stem, url: routes.run({ question: shown }) }
      : { title: '来答一道党史题', url: routes.practice() }
  })
  // Who read the proof at the end of one question begins the next at its beginning.
  useEffect(() => {
    if (shown) scrollToTop()
  }, [shown])
  const over = session?.state === 'finished'
  useEffect(() => {
    if (over) replace(routes.result())
  }, [over])

  if (beginning.status === 'failed') {
    return (
      <Screen title="答题">
        <Failed message={beginning.message} offline={beginning.offline} reload={() => setAttempt(n => n + 1)} />
      </Screen>
    )
  }
  if (beginning.status === 'empty') {
    const { title, hint, instead } = beginning
    return (
      <Screen title="答题">
        <Empty
          title={title}
          hint={hint}
          action={instead ? undefined : { text: '去学习', onPress: () => switchTab('learn') }}
        >
          {instead?.map(({ text, url }) => (
            <Button key={url} onPress={() => replace(url)}>
              {text}
            </Button>
          ))}
        </Empty>
      </Screen>
    )
  }
  if (beginning.status === 'occupied') {
    const { title, answered, total } = beginning.by
    return (
      <Screen title="答题">
        <Dialog
          open
          title="有一次还没答完"
          confirm="放弃那次"
          cancel="接着答"
          stay
          onConfirm={() => void beginRun(params, true).then(setBeginning)}
          onCancel={() => void resumeOpen().then(setBeginning)}
        >
          {title}，答了 {answered} / {total} 题。一次只能留一份；放弃不计成绩，已经答错的题还在错题本里。
        </Dialog>
      </Screen>
    )
  }
  if (beginning.status === 'ready' && lost) {
    return (
      <Screen title="答题">
        {unfinished ? (
          <Empty
            title="正在另一个窗口里答"
            hint="一次只在一个窗口里答，答过的都记着"
            action={{ text: '在这里接着答', onPress: () => void resumeOpen().then(setBeginning) }}
          />
        ) : (
          <Empty
            title="这组题已经不在了"
            hint="另一个窗口里答完了、放弃了，或者清除了学习记录"
            action={{ text: '去答题', onPress: () => switchTab('quiz') }}
          />
        )}
      </Screen>
    )
  }
  if (!session || over || beginning.status === 'loading') {
    return <Screen title="答题">{missing ? <NoCatalog /> : <Waiting>正在取题目…</Waiting>}</Screen>
  }
  const paused = session.state === 'paused'
  const slot = session.slots[session.at]!
  const question = questions[slot.question]
  const end = () => void endWalk().then(back)
  return (
    <Screen
      title="答题"
      backLabel="退出（会保存）"
      onBack={back}
      right={null}
      footer={
        paused ? (
          <Button id="go-on" look="main" onPress={goOn}>
            继续答
          </Button>
        ) : (
          <Footer session={session} question={question} onSheet={() => setSheet(true)} onEnd={end} />
        )
      }
    >
      {/* A node of its own: a new question or a pause then leaves the answer sheet out of the update. */}
      <View>
        {paused ? (
          <Empty title="已经暂停" hint="时间停住了，题目先收起来" />
        ) : (
          <>
            <Head session={session} />
            <ChangesNotice changes={changes} />
            {/* And the question in one: the next leaves the head out of the update. */}
            <View>
              {question ? (
                <QuestionView key={slot.question} session={session} slot={slot} question={question} />
              ) : (
                <Empty title="这道题已经撤下" hint="先前的答案照旧算，请接着往下" />
              )}
            </View>
          </>
        )}
      </View>
      {!MODES[session.mode].feedback && (
        <AnswerSheet session={session} open={sheet && !paused} onClose={() => setSheet(false)} />
      )}
      <ReportSheet />
    </Screen>
  )
}
