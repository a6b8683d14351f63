import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { secondsUntil } from '@domain/branch/meetings'
import { clockTime } from '@domain/time/format'
import { CODE_MINUTES, checkInTime } from '@domain/contract/check-in'
import type { MeetingSummary } from '@domain/contract/meetings'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { formatSeconds } from '@/components/duration'
import { QrCode } from '@/components/qr-code'
import { Section } from '@/components/section'
import { meetingApi } from '@/api/meetings'
import { now, today } from '@/platform/phone/clock'
import { type KeptCode, useMeetingCodes } from '@/stores/meeting-codes'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'
import './board.scss'

const MINUTES = [CODE_MINUTES, 30, 60].map(value => ({ value, text: `${value} 分钟` }))
/** How often the list is read again while check-in is open, seconds. */
const EVERY = 5

interface Props {
  branch: string
  meeting: MeetingSummary
  onOpened: () => Promise<void>
  /** Called now and then while check-in is open. */
  onTick: () => Promise<void>
}

/** What is held up for the members to scan or read: the code, the digits, and how long they are good for. */
export function CheckInBoard({ branch, meeting, onOpened, onTick }: Props) {
  const { id, day, openUntil } = meeting
  const code = useMeetingCodes(state => state.entries[id])
  const keep = useMeetingCodes(state => state.keep)
  const load = useMeetingCodes(state => state.load)
  useEffect(() => void load().catch(() => undefined), [load])
  const [minutes, setMinutes] = useState<number>(CODE_MINUTES)
  const { said, busy, attempt } = useSaid()
  // Opened on another phone, the list fills here too.
  const left = useSecondsLeft(code?.endsHere ?? openUntil, onTick)
  useStillGood(id, code, openUntil)
  const openCheckIn = () =>
    attempt(async () => {
      const made = await meetingApi(authorised, branch).code(id, minutes)
      await keep(id, { ...made, endsHere: new Date(now() + minutes * 60_000).toISOString() })
      await onOpened()
    })
  const closeCheckIn = () =>
    attempt(async () => {
      await meetingApi(authorised, branch).closeCode(id)
      await keep(id, undefined)
      await onOpened()
    }, '签到已经结束')
  const time = checkInTime(day, today())
  if (code && left > 0) {
    return (
      <View className="board">
        <QrCode text={code.qr} label={`会议签到二维码，也可以输入 ${code.digits}`} />
        <View id="meeting-digits" className="board__digits" {...a11y({ label: `签到数字 ${code.digits}` })}>
          {`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}
        </View>
        <Text className="board__left">
          还有 {formatSeconds(left)}，{clockTime(code.until)} 结束
        </Text>
        <View className="desk-note">党员打开“我的 › 支部任务和签到”，扫这个码，或者输入六位数字。</View>
        <Said said={said} />
        <Button id="meeting-close" disabled={busy} onPress={() => void closeCheckIn()}>
          现在结束签到
        </Button>
      </View>
    )
  }
  return (
    <Section title="签到">
      {time === 'soon' && <View className="desk-note">签到在会议当天开。到时候这里可以亮出二维码。</View>}
      {time === 'past' && <View className="desk-note">会已经开过，不再亮签到码。到了没签上的，在下面替他登记。</View>}
      {time === 'now' && (
        <>
          <View className="desk-note">
            {!openUntil || secondsUntil(openUntil, now()) === 0
              ? '开始以后这里出现二维码和六位数字，党员扫一扫或者输入数字。'
              : `签到还开着，到 ${clockTime(openUntil)}。码只在打开它的手机上显示；在这里再开一次，会换成新的码。`}
          </View>
          <Choice id="code-minutes" label="开多久" value={minutes} options={MINUTES} onChange={setMinutes} />
          <Said said={said} />
          <Button id="meeting-open" look="main" disabled={busy} onPress={() => void openCheckIn()}>
            开始签到
          </Button>
        </>
      )}
    </Section>
  )
}

/** Forgets a code that another phone has replaced or closed: the service went by it once and knows another end, or none, now. */
function useStillGood(meeting: string, code: KeptCode | undefined, openUntil: string | undefined): void {
  const keep = useMeetingCodes(state => state.keep)
  useEffect(() => {
    if (!code) return
    const same = openUntil !== undefined && Date.parse(code.until) === Date.parse(openUntil)
    if (same && !code.confirmed) void keep(meeting, { ...code, confirmed: true })
    if (!same && code.confirmed) void keep(meeting, undefined)
  }, [meeting, code, openUntil, keep])
}

/** Seconds to the end by the clock, not by counting ticks; calls back now and then while there are some. */
function useSecondsLeft(until: string | undefined, onTick: () => Promise<void>): number {
  const [left, setLeft] = useState(() => secondsUntil(until, now()))
  const tick = useRef(onTick)
  tick.current = onTick
  useEffect(() => {
    let count = 0
    const look = () => {
      const seconds = secondsUntil(until, now())
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
      count += 1
      if (seconds === 0 || count % EVERY === 0) void tick.current()
    }
    const timer = setInterval(look, 1000)
    setLeft(secondsUntil(until, now()))
    if (!until) clearInterval(timer)
    return () => clearInterval(timer)
  }, [until])
  return left
}
