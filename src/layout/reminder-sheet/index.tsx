import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
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
  const [outcome, setOutcome] = useState<{ problem: string } | { given: string }>()
  const busy = useRef(false)
  const close = () => {
    setOutcome(undefined)
    onClose()
  }
  const add = async () => {
    if (busy.current) return
    busy.current = true
    try {
      const note = `打开“${name}”，学完今天的。不想要这条提醒，在日历里删掉就行。`
      const event = { title: '学一会儿党史', note, from: addDays(today(), 1), time, daily: true, minutes: 10, alarm: 0 }
      await addToCalendar(event, 'daily')
      set({ reminder: time })
      setOutcome({ given: time })
    } catch (error) {
      setOutcome({ problem: (error as Error).message })
    } finally {
      busy.current = false
    }
  }
  const given = outcome && 'given' in outcome ? outcome.given : undefined
  // Of what WeChat has written nothing can be taken back: a second one sounds beside it.
  const twice = !CALENDAR_FILE && given !== time && REMINDER_TIMES.indexOf(reminder) >= 0
  return (
    <Sheet open={open} title="每天提醒我" onClose={close}>
      <View className="reminder-sheet__words">
        {CALENDAR_FILE
          ? '给您一个日历文件，打开它，日历里就有一条从明天起每天重复的提醒。'
          : '在手机日历里写一条从明天起每天重复的提醒。'}
        到点由日历来响，不经过我们；不想要了，在日历里删掉。
      </View>
      <Choice id="reminder-time" label="几点提醒" value={time} options={TIMES} onChange={setTime} />
      <View>{outcome && <Outcome {...outcome} />}</View>
      <View>
        {twice && (
          <View className="reminder-sheet__words">
            {`先前写过一条每天 ${reminder} 的。还在日历里就不用再写；换时间，请先把它删掉，不然两条都会响。`}
          </View>
        )}
      </View>
      {given === time ? (
        <Button id="reminder-done" look="main" onPress={close}>
          好
        </Button>
      ) : (
        <Button id="reminder-add" look="main" onPress={() => void add()}>
          {CALENDAR_FILE ? '要日历文件' : '写进手机日历'}
        </Button>
      )}
    </Sheet>
  )
}

function Outcome(it: { problem: string } | { given: string }) {
  if ('problem' in it) return <Notice tone="warning">{it.problem}</Notice>
  return (
    <Notice tone="good">
      {CALENDAR_FILE
        ? `✓ 日历文件已经给您，打开以后每天 ${it.given} 提醒`
        : `✓ 已经写进手机日历，明天起每天 ${it.given} 提醒`}
    </Notice>
  )
}
