import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { readCheckIn } from '@domain/contract/check-in'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { CheckedIn } from '@domain/contract/meetings'
import { clockTime, formatDay, formatWeekday } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { checkIn } from '@/api/meetings'
import { back } from '@/navigation'
import { canScan, scanCode } from '@/platform/phone/scan'
import { authorised, useSession } from '@/stores/session'
import { SignedOut } from '../desk'
import { Said, useSaid } from '@/layout/states/said'

/** 会议签到, for a member: scan what the secretary holds up, or type six digits. */
export default function SignPage() {
  const { status, me } = useSession()
  const [done, setDone] = useState<CheckedIn>()
  return (
    <Screen title="会议签到">
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && <SignedOut what="登录支部账号以后才能签到；没有账号，请书记替您登记" />}
      {me && done && <Done name={me.name} signed={done} />}
      {me && !done && <Code onSigned={setDone} />}
    </Screen>
  )
}

function Code({ onSigned }: { onSigned: (signed: CheckedIn) => void }) {
  const [digits, setDigits] = useState('')
  const { said, busy, attempt } = useSaid()
  const give = (text: string) =>
    attempt(async () => {
      if (!readCheckIn(text)) throw new Error('这不是签到的二维码或六位数字，请看书记手机上现在的码')
      onSigned(await checkIn(authorised, text))
    })
  const scan = async () => {
    let text: string | undefined
    const read = await attempt(async () => {
      text = await scanCode()
    })
    if (read && text !== undefined) await give(text)
  }
  return (
    <>
      {canScan() && (
        <Button id="sign-scan" look="main" disabled={busy} onPress={() => void scan()}>
          扫书记的二维码
        </Button>
      )}
      <Section title={canScan() ? '或者输入六位数字' : '输入六位数字'}>
        <Input
          id="sign-digits"
          className="field"
          type="number"
          value={digits}
          maxlength={6}
          placeholder="书记手机上的数字"
          confirmType="go"
          onConfirm={() => void (digits.trim().length === 6 && !busy && give(digits))}
          onInput={event => setDigits(event.detail.value)}
          {...a11y({ label: '六位签到数字' })}
        />
        <Said said={said} />
        <Button
          id="check-in"
          look={canScan() ? 'quiet' : 'main'}
          disabled={digits.trim().length !== 6 || busy}
          onPress={() => void give(digits)}
        >
          签到
        </Button>
      </Section>
    </>
  )
}

function Done({ name, signed: { meeting, at, already } }: { name: string; signed: CheckedIn }) {
  return (
    <Empty
      title={already ? '您已经签过到了' : '✓ 签到好了'}
      hint={`${name}，${clockTime(at)} 签到`}
      action={{ text: '返回', onPress: back }}
    >
      <View className="desk-title">{meeting.title}</View>
      <View>
        {meetingKindTitle(meeting.kind)}，{formatDay(meeting.day)} {formatWeekday(meeting.day)} {meeting.time}
      </View>
    </Empty>
  )
}
