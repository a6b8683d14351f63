import { Text, View } from '@tarojs/components'
import type { ScreenView } from '@domain/contract/room'
import { bestWords, countedWords, teamNames } from '@domain/room/words'
import { a11y } from '@/components/a11y'

/** Teams by what each of them knew, and the first five; nobody is last. */
export function Result({ view }: { view: ScreenView }) {
  const { scores, best = [], teams } = view
  const most = Math.max(1, ...(scores ?? []).map(it => it.each))
  const ranked = [...(scores ?? [])].filter(it => it.members > 0).sort((a, b) => b.each - a.each)
  return (
    <>
      <Text className="show__kicker">{`答完了，${countedWords(view)}`}</Text>
      <Text className="show__theme" {...a11y({ role: 'heading', level: 1 })}>
        {bestWords(ranked, best, teams)}
      </Text>
      <View className="room-scores">
        {ranked.map(it => (
          <View key={it.team} className="room-scores__line">
            <Text className="room-scores__name">{`${teamNames(teams)[it.team]}，${it.members} 人`}</Text>
            <View className="room-chosen__track">
              <View className="room-chosen__bar" style={`width: ${Math.round((100 * it.each) / most)}%`} />
            </View>
            <Text className="room-scores__each">{`平均每人答对 ${it.each} 题`}</Text>
          </View>
        ))}
      </View>
      <View id="room-best" className="room-scores room-scores--best">
        {best.map((it, i) => (
          <View key={i} className="room-scores__line">
            <Text className="room-scores__name">{`${i + 1}. ${it.name}`}</Text>
            <Text>{`答对 ${it.right} 题，用了 ${it.seconds} 秒`}</Text>
          </View>
        ))}
      </View>
      <Text className="show__about">先比答对几题，再比用时；按服务的钟算。</Text>
    </>
  )
}
