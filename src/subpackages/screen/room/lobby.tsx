import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ScreenView } from '@domain/contract/room'
import { spacedCode } from '@domain/contract/room-limits'
import { roomPath } from '@domain/room/addresses'
import { teamNames } from '@domain/room/words'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { QrCode } from '@/components/qr-code'

interface Props {
  view: ScreenView
  /** @param after and everybody who came later */
  onRemove: (player: string, after: boolean) => void
  /** Everybody who is not connected and has answered nothing. */
  onClear: () => void
}

/** Of more people than these several may have to be sent out at once. */
const MANY = 10

/** Where phones come in, and who is there. */
export function Lobby({ view, onRemove, onClear }: Props) {
  const [after, setAfter] = useState(false)
  const { code, address, people = [], teams, locked } = view
  const host = address?.replace(/\/room$/, '') ?? location.href.split('#')[0]!.replace(/\/$/, '')
  const shown = (address ?? `${host}/room`).replace(/^https?:\/\//, '')
  const unreachable = address === undefined && /^(localhost|127\.)/.test(location.hostname)
  const names = teamNames(teams)
  return (
    <>
      <View className="room-lobby">
        <QrCode text={`${host}/#${roomPath(code)}`} label={`进现场的二维码，也可以输入 ${code}`} />
        <View className="room-lobby__way">
          <Text className="show__kicker">手机扫码，或用浏览器打开</Text>
          <Text className="room-lobby__address">{shown}</Text>
          <Text className="show__kicker">输入</Text>
          <Text id="room-digits" className="room-lobby__digits">
            {spacedCode(code)}
          </Text>
        </View>
      </View>
      {unreachable && (
        <Text className="show__note">
          现在的地址只有这台电脑能打开。停下来，用 npm start -- --lan 再运行一次，手机就能进了。
        </Text>
      )}
      <Text id="room-here" className="show__kicker" {...a11y({ role: 'status', live: 'polite' })}>
        {locked ? `门关了，到场 ${view.here} 人` : `到场 ${view.here} 人`}
      </Text>
      {view.absent > 0 && (
        <View id="room-clear" className="show__tool room-clear" onClick={onClear} {...a11y({ role: 'button' })}>
          {`请出不在线的 ${view.absent} 人`}
        </View>
      )}
      {people.length > MANY && (
        <View
          id="room-after"
          className="show__tool room-clear"
          onClick={() => setAfter(!after)}
          {...a11y({ role: 'button' })}
        >
          {after ? '请点一个名字：他和后来进来的都请出（再按取消）' : '一次请出好几个'}
        </View>
      )}
      <View className="room-people">
        {people.map(it => {
          const words = teams > 0 ? `${it.name}（${names[it.team]}）` : it.name
          return (
            <View
              key={it.player}
              id={`player-${it.player}`}
              className={classNames('room-people__one', !it.here && 'room-people__one--away')}
              onClick={() => {
                onRemove(it.player, after)
                setAfter(false)
              }}
              {...a11y({ role: 'button', label: after ? `${words}和后来的，请离开` : `${words}，请离开` })}
            >
              <Text>{words}</Text>
              <Text className="room-people__out" {...a11y({ hidden: true })}>
                ✕
              </Text>
            </View>
          )
        })}
      </View>
    </>
  )
}
