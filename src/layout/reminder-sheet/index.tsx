import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { addToCalendar, CALENDAR_FILE } from '@/platform/phone/calendar'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { REMINDER_TIMES, useSettings } from '@/stores/settings'
import './index.scss'

const TIMES = REMINDER_TIMES.map(value => ({ value, text: value }))
const USUAL = '19:30'

/** A daily entry in the phone's own calendar: the app itself sends nothing, and knows nothing of it afterwards. */
export function ReminderSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { reminder, set } = useSettings()
  const name = useCatalog(state => state.catalog?.brand.name ?? 'e起学党史')
  const [time, setTime] = useState(REMINDER_TIMES.indexOf(reminder) < 0 ? USUAL : reminder)
  const [outcome, setOutcome] = useState<{ problem?: string }>()
  const add = async () => {
    try {
      const note = `打开“${name}”，学完今天的。不想要这条提醒，在日历里删掉就行。`
      const event = { title: '学一会儿党史', note, from: addDays(today(), 1), time, daily: true, minutes: 10, alarm: 0 }
      await addToCalendar(event, 'daily')
      set({ reminder: time })
      setOutcome({})
    } catch (error) {
      setOutcome({ problem: (error as Error).message })
    }
  }
  return (
    <Sheet open={open} title="每天提醒我" onClose={onClose}>
      <View className="reminder-sheet__words">
        {CALENDAR_FILE
          ? '给您一个日历文件，打开它，日历里就有一条从明天起每天重复的提醒。'
          : '在手机日历里写一条从明天起每天重复的提醒。'}
        到点由日历来响，不经过我们；不想要了，在日历里删掉。
      </View>
      <Choice id="reminder-time" label="几点提醒" value={time} options={TIMES} onChange={setTime} />
      <View>
        {outcome && (
          <Notice tone={outcome.problem ? 'warning' : 'good'}>
            {outcome.problem ??
              (CALENDAR_FILE
                ? `✓ 日历文件已经给您，打开以后每天 ${time} 提醒`
                : `✓ 已经写进手机日历，明天起每天 ${time} 提醒`)}
          </Notice>
        )}
      </View>
      <Button id="reminder-add" look="main" onPress={() => void add()}>
        {CALENDAR_FILE ? '要日历文件' : '写进手机日历'}
      </Button>
    </Sheet>
  )
}
