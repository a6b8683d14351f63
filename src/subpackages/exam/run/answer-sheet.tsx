import { View } from '@tarojs/components'
import { useState } from 'react'
import type { QuizSession } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { BackCloses } from '@/components/back-closes'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Dialog } from '@/components/dialog'
import { Icon } from '@/components/icon'
import { useQuizSession } from '@/stores/quiz-session'
import './answer-sheet.scss'

interface Props {
  session: QuizSession
  open: boolean
  onClose: () => void
}

/**
 * All questions at a glance: answered, open, marked. It is on the page from the start and only hidden, because fifty cells
 * are too much for one tap's setData; an answer then changes one cell.
 */
export function AnswerSheet({ session, open, onClose }: Props) {
  const { goTo, handIn } = useQuizSession()
  const [asking, setAsking] = useState(false)
  const missing = session.slots.filter(slot => !slot.given).length
  const unmoved = session.slots.filter(slot => !slot.given && slot.type === 'order').length
  const marked = session.slots.filter(slot => slot.marked).length
  const go = (index: number) => {
    goTo(index)
    onClose()
  }
  return (
    <View className={open ? 'sheet' : 'sheet answer-sheet--closed'}>
      <View className="sheet__veil" catchMove onClick={onClose} {...a11y({ hidden: true })} />
      <View className="sheet__panel" {...a11y({ role: 'dialog', modal: true, label: '答题卡' })}>
        <View className="sheet__head">
          <View className="sheet__title">答题卡</View>
          <View
            id={open ? 'sheet-close' : undefined}
            className="sheet__close"
            onClick={onClose}
            {...a11y({ role: 'button', label: '关闭' })}
          >
            <Icon name="close" />
          </View>
        </View>
        <View className="answer-sheet__sum">
          {missing > 0 ? `还有 ${missing} 题没答` : '全部答过了'}
          {marked > 0 ? `，标记了 ${marked} 题` : ''}
        </View>
        <View className="answer-sheet">
          {session.slots.map((slot, i) => (
            <View
              key={i}
              id={`cell-${i + 1}`}
              className={classNames(
                'cell',
                !!slot.given && 'cell--done',
                !!slot.marked && 'cell--marked',
                open && i === session.at && 'cell--here',
              )}
              onClick={() => go(i)}
              {...a11y({
                role: 'button',
                label: `${i + 1}${slot.given ? '已答' : '未答'}${slot.marked ? '有标记' : ''}`,
              })}
            >
              {i + 1}
            </View>
          ))}
        </View>
        <View className="answer-sheet__legend">深色已答，空心未答，★ 有标记</View>
        <View className="answer-sheet__end">
          <Button id="hand-in" look="main" onPress={() => setAsking(true)}>
            交卷
          </Button>
        </View>
      </View>
      {/* In a box of its own, and before what comes and goes: WeChat is sent all children anew where one comes between. */}
      <View>{open && <BackCloses onBack={onClose} />}</View>
      <Dialog
        open={asking}
        title="现在交卷？"
        confirm="交卷"
        cancel="再看看"
        onConfirm={() => {
          setAsking(false)
          handIn()
        }}
        onCancel={() => setAsking(false)}
      >
        {missing > 0 ? `还有 ${missing} 题没答，没答的不得分。` : '全部答过了。'}
        {unmoved > 0 && `其中 ${unmoved} 道排序题没有动过：本来就对，也要点“就是这个顺序”才算答。`}
        交卷后不能再改。
      </Dialog>
    </View>
  )
}
