import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ReminderSheet } from '@/layout/reminder-sheet'
import { useSettings } from '@/stores/settings'

/** Asked once, at the end of the first day that was done: whatever the answer, never again. */
export function ReminderOffer() {
  const { reminder, set } = useSettings()
  const [asked] = useState(reminder === 'unasked')
  const [open, setOpen] = useState(false)
  if (!asked) return null
  return (
    <>
      {reminder === 'unasked' && (
        <View className="reminder-offer">
          <View className="reminder-offer__words">
            要不要手机日历每天提醒您一声？只问这一次，以后在“设置”里也能加。
          </View>
          <View className="reminder-offer__ways">
            <Button id="reminder-no" onPress={() => set({ reminder: 'off' })}>
              不用
            </Button>
            <Button
              id="reminder-yes"
              onPress={() => {
                set({ reminder: 'off' })
                setOpen(true)
              }}
            >
              要
            </Button>
          </View>
        </View>
      )}
      <ReminderSheet open={open} onClose={() => setOpen(false)} />
    </>
  )
}
