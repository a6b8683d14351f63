import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingSummary } from '@domain/contract/meetings'
import { screenPath } from '@domain/room/addresses'
import { Button } from '@/components/button'
import { idempotentSender } from '@/api/idempotency-key'
import { open } from '@/navigation'
import { beginThemeDay } from './begin-theme-day'
import { Said, useSaid } from '@/layout/said'

interface Props {
  branch: string
  meetings: readonly MeetingSummary[]
  /** Which one; today's, or a new one, without. */
  meeting?: string
  /** It has begun, and this phone is no big screen: shows its page. */
  onBegun: (meeting: string) => void
  /** Something may have been done all the same. */
  onFailed: () => void
}

/** 主题党日 in one tap: the meeting, its check-in code, its minutes begun, and on the web the big screen. */
export function ThemeDay({ branch, meetings, meeting, onBegun, onFailed }: Props) {
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const begin = async () => {
    const done = await attempt(async () => {
      const begun = await beginThemeDay(branch, meetings, send, meeting)
      if (process.env.TARO_ENV === 'h5') open(screenPath(begun))
      else onBegun(begun.meeting)
    })
    if (!done) onFailed()
  }
  return (
    <View>
      <Said said={said} />
      <View className="desk-actions">
        <Button id="theme-day" disabled={busy} onPress={() => void begin()}>
          今天的主题党日，现在开始
        </Button>
      </View>
      <View className="desk-note">
        {process.env.TARO_ENV === 'h5'
          ? '点一下：会议、签到码、会议记录的开头都备好，接着放大屏幕：本周主题、一篇文章、一部短片、十道题。'
          : '点一下：会议、签到码、会议记录的开头都备好。大屏幕用电脑放：在浏览器里打开网页版，地址后面加上 screen。'}
      </View>
    </View>
  )
}
