import { View } from '@tarojs/components'
import type { ScreenView } from '@domain/contract/room'
import type { Step } from '@domain/room/game'
import { a11y } from '@/components/a11y'
import { mainStep } from './main-step'

interface Props {
  view: ScreenView
  onStep: (step: Step) => void
  onSay: (t: 'pause' | 'resume' | 'undo' | 'lock' | 'unlock') => void
}

const UNDO: Record<Step, string> = {
  next: '撤回：回到上一题',
  close: '撤回：再开这题（不算分）',
  again: '撤回：不接着抢',
  skip: '撤回：不跳过',
  void: '撤回',
  end: '撤回：回到最后一题',
}

/** What whoever leads can do now; the red one is what comes next, and a key or the remote does the same. */
export function Controls({ view, onStep, onSay }: Props) {
  const { can, undo, phase, paused, locked, at, count } = view
  const main = mainStep(view)
  const last = at + 1 === count
  const words: Record<Step, string> = {
    next: phase === 'lobby' ? '开始' : '下一题 ›',
    close: '看答案',
    again: '接着抢',
    end: '看结果 ›',
    skip: '跳过这题',
    void: view.void ? '这题算分' : '这题不算分',
  }
  const others = can.filter(it => it !== main && (it !== 'end' || last))
  const tool = (id: string, text: string, onPress: () => void, look = '') => (
    <View key={id} id={id} className={`show__tool ${look}`} onClick={onPress} {...a11y({ role: 'button' })}>
      {text}
    </View>
  )
  return (
    <View className="show__bar">
      <View className="show__tools room-tools">
        {undo &&
          !paused &&
          tool('room-undo', undo === 'next' && at === 0 ? '撤回：回到开始' : UNDO[undo], () => onSay('undo'))}
        {paused ? tool('room-resume', '继续', () => onSay('resume'), 'show__tool--main') : null}
        {!paused && phase === 'open' && tool('room-pause', '暂停', () => onSay('pause'))}
        {others.map(it => tool(`room-${it}`, words[it], () => onStep(it)))}
        {phase === 'lobby' &&
          tool('room-lock', locked ? '开门' : '关门，不再进人', () => onSay(locked ? 'unlock' : 'lock'))}
      </View>
      {main && tool('room-main', words[main], () => onStep(main), 'show__tool--main')}
    </View>
  )
}
