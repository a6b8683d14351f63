import { Slider, Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { useAppearance } from '@/stores/appearance'
import { COLOURS } from '@/styles/tokens'
import './seek-bar.scss'

interface Props {
  /** Seconds. */
  position: number
  duration: number
  /** The sound has been on its way for more than a moment. */
  fetching: boolean
  disabled: boolean
  onSeek: (second: number) => void
}

/** Where it stands, to be moved. The slider is the platform's own and takes its colours as attributes. */
export function SeekBar({ position, duration, fetching, disabled, onSeek }: Props) {
  const colours = COLOURS[useAppearance().theme]
  return (
    <>
      <Slider
        className="seek-bar"
        min={0}
        max={Math.max(1, Math.round(duration))}
        value={Math.round(position)}
        activeColor={colours.ink}
        backgroundColor={colours['heat-1']}
        blockColor={colours.ink}
        blockSize={24}
        disabled={disabled}
        onChange={event => onSeek(event.detail.value)}
        {...a11y({ label: '进度', valueText: `${spellSeconds(position)}，共 ${spellSeconds(duration)}` })}
      />
      <View className="seek-bar__times">
        <Text id="position">{formatSeconds(position)}</Text>
        <Text className="seek-bar__fetching" {...a11y({ role: 'status', live: 'polite' })}>
          {fetching ? '正在取…' : ''}
        </Text>
        <Text>{formatSeconds(duration)}</Text>
      </View>
    </>
  )
}
