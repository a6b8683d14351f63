import { View } from '@tarojs/components'
import { useState } from 'react'
import { slipKey } from '@domain/branch/collect'
import type { Slip } from '@domain/branch/slip'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'

interface Props {
  slips: readonly Slip[]
  onTakeOut: (slip: Slip) => void
}

/** A slip that does not belong here, such as a namesake's second phone, goes out of the table again. */
export function TakeOut({ slips, onTakeOut }: Props) {
  const [open, setOpen] = useState(false)
  const [going, setGoing] = useState<Slip>()
  return (
    <View>
      <Button id="take-out" look="plain" onPress={() => setOpen(!open)}>
        {open ? '收起' : '收错了：去掉一张'}
      </Button>
      <View>
        {open &&
          slips.map((slip, i) => (
            <Row
              key={slipKey(slip)}
              title={slip.name}
              note={`${slip.branch || '没写支部'}，学习 ${slip.studyDays} 天`}
              meta={
                <Button
                  id={`take-out-${i}`}
                  look="plain"
                  label={`去掉${slip.name}的这一张`}
                  onPress={() => setGoing(slip)}
                >
                  去掉
                </Button>
              }
            />
          ))}
      </View>
      <Dialog
        open={!!going}
        title="去掉这张学习单？"
        confirm="去掉"
        onConfirm={() => {
          if (going) onTakeOut(going)
          setGoing(undefined)
        }}
        onCancel={() => setGoing(undefined)}
      >
        {going && `${going.name}的这张不再计入周报和月报。再扫一次还能收回来。`}
      </Dialog>
    </View>
  )
}
