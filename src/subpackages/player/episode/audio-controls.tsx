import { View } from '@tarojs/components'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { useFetching } from '@/hooks/fetching'
import { goesOnAt, resumeAt, usePlayer } from '@/stores/player'
import { RATES, useSettings } from '@/stores/settings'
import { useMark } from './mark'
import { Marked } from './marked'
import { Queue } from './queue'
import { SeekBar } from './seek-bar'
import { SleepButton } from './sleep'
import { Speed } from './speed'
import { Tool } from './tool'
import { Transport } from './transport'
import { Trouble } from './trouble'
import { Enqueue } from './up-next'

interface Props {
  meta: EpisodeMeta
  series: string
  /** Its script, once it is there. */
  body?: EpisodeBody
}

/** The player of an episode. Opening the page does not start anything. */
export function AudioControls({ meta, series, body }: Props) {
  const player = usePlayer()
  const { rate, set } = useSettings()
  const mine = player.episode?.id === meta.id
  const playing = mine && player.status === 'playing'
  const position = mine ? player.position : resumeAt(meta)
  const duration = mine && player.duration ? player.duration : meta.seconds
  const fetching = useFetching() && mine
  const { mark, keep, undo } = useMark(meta, body)
  const toggle = () => {
    if (fetching) player.stopWaiting()
    else if (playing) player.pause()
    else void player.start(meta, series)
  }
  // Each part has its place from the start: a node put between others makes Taro send all of them again.
  return (
    <View className="episode__controls">
      <View>
        <Trouble meta={meta} series={series} />
      </View>
      <SeekBar position={position} duration={duration} fetching={fetching} disabled={!mine} onSeek={player.seek} />
      <Transport
        meta={meta}
        mine={mine}
        playing={playing}
        fetching={fetching}
        from={mine ? goesOnAt(player) : position}
        onToggle={toggle}
      />
      <View className="tools">
        <View className="tools__pair">
          <View className="tools__place">
            <Speed
              rate={rate}
              rates={RATES}
              onChoose={value => (mine ? player.setRate(value) : set({ rate: value }))}
            />
          </View>
          <View className="tools__place">
            <SleepButton />
          </View>
        </View>
        <View className="tools__pair">
          <View className="tools__place">
            <Tool id="mark" icon="mark" label="记这句" disabled={!mine || !body} onPress={keep} />
          </View>
          <View className="tools__place">
            <Queue meta={meta} mine={mine} series={series} />
          </View>
        </View>
      </View>
      <View>{mark && <Marked mark={mark} onUndo={undo} />}</View>
      <View>
        <Enqueue meta={meta} />
      </View>
    </View>
  )
}
