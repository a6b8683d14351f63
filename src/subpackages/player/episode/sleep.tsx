import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { usePlayer } from '@/stores/player'
import { SLEEP_CHOICES, useSettings } from '@/stores/settings'
import { Tool } from './tool'

const WORDS = (choice: number | 'episode') => (choice === 'episode' ? '听完这集' : `${choice} 分钟`)

/** 定时停止: can be set before anything plays, counts only while playing, and remembers the last choice. */
export function SleepButton() {
  const [open, setOpen] = useState(false)
  const { sleep, setSleep } = usePlayer()
  const last = useSettings(state => state.sleep)
  const minutes = sleep?.left === undefined ? undefined : `${Math.ceil(sleep.left / 60_000)} 分钟`
  return (
    <>
      <Tool
        id="sleep"
        icon="clock"
        figure={minutes}
        label={minutes ? '后停' : sleep ? '听完就停' : '定时停止'}
        name={minutes ? `${minutes}后停` : sleep ? '听完这集就停' : '定时停止'}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title="定时停止" onClose={() => setOpen(false)}>
        <View>只在播放的时候计时，暂停不算。</View>
        <Choice
          id="sleep-choice"
          label="多久以后停"
          value={last}
          options={SLEEP_CHOICES.map(value => ({ value, text: WORDS(value) }))}
          onChange={choice => {
            setSleep(choice)
            setOpen(false)
          }}
        />
        {!sleep && (
          <Button
            id="sleep-start"
            look="main"
            onPress={() => {
              setSleep(last)
              setOpen(false)
            }}
          >
            开始计时：{WORDS(last)}
          </Button>
        )}
        {sleep && (
          <Button
            id="sleep-off"
            onPress={() => {
              setSleep(undefined)
              setOpen(false)
            }}
          >
            不停了，接着听
          </Button>
        )}
      </Sheet>
    </>
  )
}
