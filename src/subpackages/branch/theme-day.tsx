import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingSummary } from '@domain/contract/meetings'
import { screenPath } from '@domain/room/addresses'
import { Button } from '@/components/button'
import { idempotentSender } from '@/api/idempotency-key'
import { open } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { typedAddress } from '@/platform/phone/links'
import { beginThemeDay, weeksTheme } from './begin-theme-day'
import { Said, useSaid } from '@/layout/states/said'

interface Props {
  branch: string
  /** Among them today's, if it is arranged. */
  meetings: readonly MeetingSummary[]
  /** This is the page of the meeting itself. */
  own?: boolean
  /** It has begun, and this phone is no big screen: shows its page. */
  onBegun: (meeting: string) => void
  /** Something may have been done all the same. */
  onFailed: () => void
}

/** 主题党日 in one tap: the meeting, its check-in code, its minutes begun, and on the web the big screen; then the big screen alone. */
export function ThemeDay({ branch, meetings, own = false, onBegun, onFailed }: Props) {
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const web = process.env.TARO_ENV === 'h5'
  const planned = meetings.find(it => it.kind === 'theme_day' && it.day === today())
  const running = planned && (planned.openUntil !== undefined || planned.present > 0) ? planned.id : undefined
  const begin = async () => {
    const done = await attempt(async () => {
      const begun = await beginThemeDay(branch, meetings, send, planned?.id)
      if (web) open(screenPath(begun))
      else onBegun(begun.meeting)
    })
    if (!done) onFailed()
  }
  const goOn = (meeting: string) => {
    if (!web) return onBegun(meeting)
    void attempt(async () => open(screenPath({ theme: (await weeksTheme()).id, meeting })))
  }
  const words = running === undefined ? '今天的主题党日，现在开始' : web ? '打开大屏幕' : '今天的主题党日，接着开'
  return (
    <View>
      <Said said={said} />
      <View className="desk-actions">
        {/* On its own page of a mini-program, which has no big screen, there is nothing left to press. */}
        {(running === undefined || web || !own) && (
          <Button id="theme-day" disabled={busy} onPress={() => (running === undefined ? void begin() : goOn(running))}>
            {words}
          </Button>
        )}
      </View>
      <View className="desk-note">{noteOf(running !== undefined, web)}</View>
    </View>
  )
}

function noteOf(running: boolean, web: boolean): string {
  const address = typedAddress('/screen')
  const ready = '点一下：会议、签到码、会议记录的开头都备好'
  if (!web) return `${running ? '' : `${ready}。`}大屏幕用电脑放：在那台的浏览器里打开 ${address}，不用登录。`
  const elsewhere = `投影接在别的电脑上：在那台的浏览器里打开 ${address}，不用登录；签到码留在这里。`
  if (running) return `主题党日已经开始。${elsewhere}`
  return `${ready}，接着放大屏幕：本周主题、一篇文章、一部短片、十道题。${elsewhere}`
}
