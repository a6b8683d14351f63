import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { Tool } from './tool'

interface Props {
  rate: number
  rates: readonly number[]
  onChoose: (rate: number) => void
}

/** 语速: one control that says how fast; what can be chosen is behind it. */
export function Speed({ rate, rates, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Tool id="speed" figure={`${rate}×`} label="语速" name={`${rate}×语速`} onPress={() => setOpen(true)} />
      <Sheet open={open} title="语速" onClose={() => setOpen(false)}>
        <Choice
          id="rate"
          label="语速"
          value={rate}
          options={rates.map(value => ({ value, text: `${value}×` }))}
          onChange={value => {
            onChoose(value)
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}
