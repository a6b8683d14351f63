import { Slider, Text, View } from '@tarojs/components'
import type { EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { SleepButton } from './sleep'
import { useFetching } from '@/hooks/fetching'
import { goesOnAt, resumeAt, usePlayer } from '@/stores/player'
import { useAvailability } from '@/hooks/availability'
import { RATES, useSettings } from '@/stores/settings'
import { useVoice } from '@/stores/voice'
import { COLOURS } from '@/styles/tokens'
import './audio-controls.scss'

const SKIP = 15

/** What stands between the member and the sound, with what can be done about it. */
function Trouble({ meta, series }: { meta: EpisodeMeta; series: string }) {
  const { status, problem, availability, start, close } = usePlayer()
  const best = useAvailability()(meta)
  const able = useVoice(state => state.able)
  if (status === 'asking') {
    return (
      <Notice
        action={{ text: '用流量听', onPress: () => void start(meta, series, { agreed: true }) }}
      >{`省流量开着，现在没有连 Wi-Fi。这一集约 ${spellBytes(meta.media?.bytes ?? 0)}。`}</Notice>
    )
  }
  if (availability === 'voice' && best !== 'voice' && best !== 'words') {
    const recording = () => {
      close()
      void start(meta, series)
    }
    return <Notice action={{ text: '改放录音', onPress: recording }}>正在用手机自己的声音读，不是这一集的录音。</Notice>
  }
  if (status !== 'failed') return null
  return (
    <>
      <Notice tone="warning" action={{ text: '再试一次', onPress: () => void start(meta, series) }}>
        放不出来：{problem}。文稿在下面，可以先读。
      </Notice>
      {able && availability !== 'voice' && (
        <Button id="use-voice" onPress={() => void start(meta, series, { voice: true })}>
          先用手机自己的声音读
        </Button>
      )}
    </>
  )
}

/** Play, seek, speed. Opening the page does not start anything. */
export function AudioControls({ meta, series }: { meta: EpisodeMeta; series: string }) {
  const player = usePlayer()
  const rate = useSettings(state => state.rate)
  const mine = player.episode?.id === meta.id
  const playing = mine && player.status === 'playing'
  const position = mine ? player.position : resumeAt(meta)
  const duration = mine && player.duration ? player.duration : meta.seconds
  const from = mine ? goesOnAt(player) : position
  const fetching = useFetching() && mine
  const toggle = () => {
    if (fetching) player.stopWaiting()
    else if (playing) player.pause()
    else void player.start(meta, series)
  }
  const next = fetching
    ? '正在取声音，点一下不再等'
    : playing
      ? '暂停'
      : from > 0
        ? `从 ${spellSeconds(from)}处接着听`
        : '播放'
  return (
    <View className="audio">
      <View>{mine && <Trouble meta={meta} series={series} />}</View>
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
        <View id="toggle" className="audio__main" onClick={toggle} {...a11y({ role: 'button', label: next })}>
          <Icon name={playing || fetching ? 'pause' : 'play'} />
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
        activeColor={COLOURS.light.red}
        blockSize={24}
        disabled={!mine}
        onChange={event => player.seek(event.detail.value)}
        {...a11y({ label: '进度', valueText: `${spellSeconds(position)}，共 ${spellSeconds(duration)}` })}
      />
      <View className="audio__times">
        <Text id="position">{formatSeconds(position)}</Text>
        <Text className="audio__fetching" {...a11y({ role: 'status', live: 'polite' })}>
          {fetching ? '正在取…' : ''}
        </Text>
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
