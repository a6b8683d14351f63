import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { usePlayer } from '@/stores/player'
import { RATES, useSettings } from '@/stores/settings'
import { Tool } from './tool'

/** 语速: one control that says how fast; what can be chosen is behind it. */
export function Speed({ mine }: { mine: boolean }) {
  const [open, setOpen] = useState(false)
  const { rate, set } = useSettings()
  const choose = (value: number) => {
    if (mine) usePlayer.getState().setRate(value)
    else set({ rate: value })
    setOpen(false)
  }
  return (
    <>
      <Tool id="speed" figure={`${rate}×`} label="语速" name={`${rate}×语速`} onPress={() => setOpen(true)} />
      <Sheet open={open} title="语速" onClose={() => setOpen(false)}>
        <Choice
          id="rate"
          label="语速"
          value={rate}
          options={RATES.map(value => ({ value, text: `${value}×` }))}
          onChange={choose}
        />
      </Sheet>
    </>
  )
}
