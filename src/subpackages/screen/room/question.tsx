import { Text, View } from '@tarojs/components'
import type { ScreenView } from '@domain/contract/room'
import { roundTitle } from '@domain/room/game'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { severalWords, teamNames } from '@domain/room/words'
import { useSecondsLeft } from '@/hooks/room'
import { OptionLine } from '../show/option-line'
import { SolutionWords } from '../show/solution-words'
import { shortOptions } from '../show/short-options'

/** One dot a person while they can be told apart; more are a bar. */
const DOTS = 24

/** The question in hand: open, or with what was chosen and why. */
export function Question({ view, at }: { view: ScreenView; at: number }) {
  const { question, kind, solution, chosen, buzzes, phase, paused } = view
  const left = useSecondsLeft(view.left, at, paused)
  if (!question || !kind) return null
  const about = [
    roundTitle(kind),
    severalWords(question),
    `第 ${view.at + 1} 题，共 ${view.count} 题`,
    view.skipped && '跳过了',
    view.void && '这题不算分',
    paused && '暂停',
    left !== undefined && !paused && `还有 ${left} 秒`,
  ]
  const first = buzzes[0]
  return (
    <>
      <Text id="room-about" className="show__kicker">
        {about.filter(Boolean).join('，')}
      </Text>
      <Text className="show__stem" {...a11y({ role: 'heading', level: 1 })}>
        {question.stem}
      </Text>
      <View
        className={classNames('show__options', !chosen && shortOptions(question.options) && 'show__options--short')}
      >
        {question.options.map((option, i) => (
          <OptionLine
            key={option.id}
            option={option}
            mark={i}
            multiple={question.type === 'multiple'}
            picked={(view.said ?? []).indexOf(option.id) >= 0}
            right={solution && solution.answer.indexOf(option.id) >= 0}
          >
            {chosen && kind !== 'buzz' && <Chosen count={chosen[option.id] ?? 0} of={view.answered} />}
          </OptionLine>
        ))}
      </View>
      {kind === 'buzz' && phase !== 'closed' && (
        <View id="room-buzzes" className="room-buzzes" {...a11y({ role: 'status', live: 'polite' })}>
          {!first && <Text>手机上按“抢”，最先到的先答</Text>}
          {buzzes.map((it, i) => (
            <Text key={i} className={i === 0 ? 'room-buzzes__first' : ''}>
              {`${i + 1}. ${it.name} · ${(it.ms / 1000).toFixed(2)} 秒`}
            </Text>
          ))}
          {phase === 'missed' && <Text>没答对。可以接着抢，也可以看答案。</Text>}
        </View>
      )}
      <View>
        {kind === 'buzz' && solution && (
          <Text id="room-won" className="room-won" {...a11y({ role: 'status', live: 'polite' })}>
            {wonWords(view)}
          </Text>
        )}
      </View>
      <View>{solution && <SolutionWords solution={solution} />}</View>
    </>
  )
}

/** 抢答 that is closed: whose it is. */
function wonWords({ buzzes: [first], right, teams, answered }: ScreenView): string {
  // Who was wrong is no longer among those who buzz.
  if (!first) return answered > 0 ? '没有人答对' : '没有人抢'
  if (!right) return '没有人答对'
  const who = teams > 0 ? `${first.name}（${teamNames(teams)[first.team]}）` : first.name
  return `✓ ${who}抢到，答对了，${(first.ms / 1000).toFixed(2)} 秒`
}

/** How many chose it, as a picture and as a number. */
function Chosen({ count, of }: { count: number; of: number }) {
  return (
    <View className="room-chosen">
      {of <= DOTS ? (
        <Text className="room-chosen__dots" {...a11y({ hidden: true })}>
          {'●'.repeat(count)}
        </Text>
      ) : (
        <View className="room-chosen__track">
          <View className="room-chosen__bar" style={`width: ${Math.round((100 * count) / of)}%`} />
        </View>
      )}
      <Text className="room-chosen__count">{`${count}`}</Text>
    </View>
  )
}
