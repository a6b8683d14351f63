import { Slider, Text, View } from '@tarojs/components'
import type { EpisodeMeta } from '@domain/feed/types'
import { a11y } from '@/components/a11y'
import { Choice } from '@/components/choice'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { SleepButton } from './sleep'
import { resumeAt, usePlayer } from '@/stores/player'
import { RATES, useSettings } from '@/stores/settings'

const SKIP = 15

/** Play, seek, speed. Opening the page does not start anything. */
export function AudioControls({ meta, series }: { meta: EpisodeMeta; series: string }) {
  const player = usePlayer()
  const rate = useSettings(state => state.rate)
  const mine = player.episode?.id === meta.id
  const playing = mine && player.status === 'playing'
  const position = mine ? player.position : resumeAt(meta)
  const duration = mine && player.duration ? player.duration : meta.seconds
  const toggle = () => {
    if (mine && (playing || player.status === 'paused')) player.toggle()
    else void player.start(meta, series)
  }
  return (
    <View className="audio">
      {mine && player.status === 'failed' && (
        <Notice tone="warning" action={{ text: '再试一次', onPress: () => void player.start(meta, series) }}>
          放不出来：{player.problem}。文稿在下面，可以先读。
        </Notice>
      )}
      <View className="audio__buttons">
        <View
          id="rewind"
          className="audio__side"
          onClick={() => mine && player.skip(-SKIP)}
          {...a11y({ role: 'button', label: `退 ${SKIP} 秒`, disabled: !mine })}
        >
          <Icon name="rewind" />
          <Text className="audio__skip">{SKIP}</Text>
        </View>
        <View
          id="toggle"
          className="audio__main"
          onClick={toggle}
          {...a11y({
            role: 'button',
            label: playing ? '暂停' : position > 0 ? `从 ${spellSeconds(position)}处接着听` : '播放',
          })}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </View>
        <View
          id="skip"
          className="audio__side"
          onClick={() => mine && player.skip(SKIP)}
          {...a11y({ role: 'button', label: `进 ${SKIP} 秒`, disabled: !mine })}
        >
          <Icon name="skip" />
          <Text className="audio__skip">{SKIP}</Text>
        </View>
      </View>
      <Slider
        className="audio__slider"
        min={0}
        max={Math.max(1, Math.round(duration))}
        value={Math.round(position)}
        activeColor="#a8261b"
        blockSize={24}
        disabled={!mine}
        onChange={event => player.seek(event.detail.value)}
        {...a11y({ label: '进度', valueText: `${spellSeconds(position)}，共 ${spellSeconds(duration)}` })}
      />
      <View className="audio__times">
        <Text id="position">{formatSeconds(position)}</Text>
        <Text>{formatSeconds(duration)}</Text>
      </View>
      {/* Its place is kept from the start: a node put between others makes Taro send all of them again. */}
      <View>{mine && <SleepButton />}</View>
      <Choice
        id="rate"
        label="语速"
        value={rate}
        options={RATES.map(value => ({ value, text: `${value}×` }))}
        onChange={value => (mine ? player.setRate(value) : useSettings.getState().set({ rate: value }))}
      />
    </View>
  )
}
