import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Catalog } from '@domain/catalog/types'
import type { ScreenView } from '@domain/contract/room'
import { spacedCode } from '@domain/contract/room-limits'
import type { Step } from '@domain/room/game'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Dialog } from '@/components/dialog'
import { Waiting } from '@/components/waiting'
import { readAllQuestions } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { useRoom } from '@/hooks/room'
import { back } from '@/navigation'
import { scrollToTop } from '@/platform/page/scroll'
import { useAppearance } from '@/stores/appearance'
import { Side } from '../show/side'
import { useSteps } from '../show/use-steps'
import { useUnit } from '../show/use-unit'
import { Controls } from './controls'
import { Lobby } from './lobby'
import { mainStep } from './main-step'
import { Question } from './question'
import { Result } from './result'

interface Props {
  code: string
  catalog: Catalog
  /** It is over, and why if it was not ended here. */
  onOver: (message?: string) => void
}

/** A room that is open: what everybody sees, and the buttons of whoever leads. */
export function Live({ code, catalog, onOver }: Props) {
  const { theme, step } = useAppearance()
  const unit = useUnit()
  const [ending, setEnding] = useState(false)
  const room = useRoom<ScreenView>({ role: 'room/screen', code, onRefused: (_why, message) => onOver(message) })
  const { view, say } = room
  const where = view && { at: view.at, from: view.phase }
  const take = (wanted: Step) => where && say({ t: 'step', step: wanted, ...where })
  useSteps({
    onNext: () => {
      const next = view && mainStep(view)
      if (next) take(next)
    },
    // Nothing is taken back by a slip of the thumb.
    onBack: () => undefined,
  })
  // On a narrow screen a question is as long as it needs; it begins at its top, and so does a room that was made further down.
  const at = view?.at
  useEffect(() => scrollToTop(), [at])
  // Which article a question rests on: its year and its drawing stand beside it.
  const pool = useQuery('room-pool', readAllQuestions)
  const article =
    pool.status === 'ready' ? pool.value.find(it => it.id === view?.question?.id)?.evidence.article : undefined
  return (
    <View className={classNames('screen', 'show', `theme-${theme}`, `type-${step}`)} style={`--u: ${unit}px`}>
      <View className="show__head">
        <View id="room-leave" className="show__tool" onClick={back} {...a11y({ role: 'button' })}>
          ‹ 返回
        </View>
        <Text className="show__about">{`${catalog.brand.name}，现场答题`}</Text>
        <View id="room-end" className="show__tool" onClick={() => setEnding(true)} {...a11y({ role: 'button' })}>
          结束这一场
        </View>
      </View>
      {!view && <Waiting>正在连服务…</Waiting>}
      {view && (
        <>
          <View className="show__slide">
            <View className={classNames('show__main', view.phase === 'closed' && 'show__main--solved')}>
              {view.phase === 'lobby' && (
                <Lobby
                  view={view}
                  onRemove={(player, after) => say({ t: 'remove', player, ...(after && { after }) })}
                  onClear={() => say({ t: 'clear' })}
                />
              )}
              {view.question && <Question view={view} at={room.at} />}
              {view.phase === 'end' && <Result view={view} />}
            </View>
            <Side article={article}>
              <View className="room-side">
                {!room.there && <Text className="room-side__alarm">线断了，正在重新连</Text>}
                {view.unkept && <Text className="room-side__alarm">服务存不了盘，重启会丢</Text>}
                {view.phase !== 'lobby' && view.phase !== 'end' && (
                  <>
                    <Text className="show__about">{view.locked ? '门关着' : '现在还能进，输入'}</Text>
                    <Text className="show__digits">{spacedCode(view.code)}</Text>
                  </>
                )}
                {view.chosen && view.kind !== 'buzz' && <Text>{`${view.right} 人答对，不记名`}</Text>}
                {view.phase !== 'lobby' && (
                  <Text id="room-answered">
                    {view.question && view.kind !== 'buzz'
                      ? `已答 ${view.answered} 人，到场 ${view.here} 人`
                      : `到场 ${view.here} 人`}
                  </Text>
                )}
              </View>
            </Side>
          </View>
          <Controls view={view} onStep={take} onSay={t => where && say({ t, ...where })} />
        </>
      )}
      <Dialog
        open={ending}
        title="结束这一场？"
        confirm="结束"
        onConfirm={() => {
          setEnding(false)
          if (where) say({ t: 'finish', ...where })
        }}
        onCancel={() => setEnding(false)}
      >
        手机都会退出来，名字和答案马上删掉，不能恢复。
      </Dialog>
    </View>
  )
}
