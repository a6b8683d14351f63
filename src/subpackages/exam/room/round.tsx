import { Text, View } from '@tarojs/components'
import type { PhoneView } from '@domain/contract/room'
import { roundTitle } from '@domain/room/game'
import { countedWords, severalWords, teamNames } from '@domain/room/words'
import { a11y } from '@/components/a11y'
import { Choice } from '@/components/choice'
import { DOT } from '@/components/dot'
import { Notice } from '@/components/notice'
import { type InRoom, useSecondsLeft } from '@/hooks/room'
import { AskedView } from './asked'

interface Props {
  room: InRoom<PhoneView>
  view: PhoneView
}

/** What the phone shows of the round: a wait, a question, its answer, the end. */
export function Round({ room, view }: Props) {
  const { phase, at, count, kind, teams, team, name, score } = view
  const left = useSecondsLeft(view.left, room.at, view.paused)
  const who = [name, teams > 0 && teamNames(teams)[team], at >= 0 && `答对 ${score} 题`]
  const asked = view.question && kind
  const self = (
    <Text id="room-who" className="room__who">
      {who.filter(Boolean).join(DOT)}
    </Text>
  )
  return (
    <View className="room">
      <View>{!asked && self}</View>
      <View>{view.paused && <Notice>主持人按了暂停，等一下就继续。</Notice>}</View>
      {phase === 'lobby' && (
        <View>
          <Text className="room__large" {...a11y({ role: 'heading', level: 1 })}>
            进来了，等主持人开始
          </Text>
          {teams > 0 && (
            <>
              <View className="room-note">您在哪一队，开始以前可以换</View>
              <Choice
                id="room-team"
                label="在哪一队"
                value={team}
                options={teamNames(teams).map((text, value) => ({ value, text }))}
                onChange={value => room.say({ t: 'team', team: value })}
              />
            </>
          )}
        </View>
      )}
      {phase === 'end' && (
        <View>
          <Text id="room-end" className="room__large" {...a11y({ role: 'heading', level: 1 })}>
            {`您答对了 ${score} 题`}
          </Text>
          <View className="room-note">{countedWords(view)}。大屏幕上有各队和前几名。</View>
        </View>
      )}
      {view.question && kind && (
        <>
          <View className="room__kind">
            <Text>
              {[roundTitle(kind), severalWords(view.question), `第 ${at + 1} 题，共 ${count} 题`]
                .filter(Boolean)
                .join(DOT)}
            </Text>
            <Text id="room-left">{left !== undefined && !view.paused ? `还有 ${left} 秒` : ''}</Text>
          </View>
          <AskedView key={at} room={room} view={view} question={view.question} />
        </>
      )}
      {/* Who one is stands behind the question: in large type it would push that out of sight. */}
      <View>{asked && self}</View>
    </View>
  )
}
