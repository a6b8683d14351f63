import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { clockTime } from '@domain/time/format'
import { QrCode } from '@/components/qr-code'
import { now } from '@/platform/phone/clock'
import { useMeetingCodes } from '@/stores/meeting-codes'
import './check-in-code.scss'

/** The check-in code of a meeting, where this browser opened it; the secretary's phone shows it as well. */
export function CheckInCode({ meeting }: { meeting: string }) {
  const code = useMeetingCodes(state => state.entries[meeting])
  const load = useMeetingCodes(state => state.load)
  useEffect(() => void load().catch(() => undefined), [load])
  if (!code || Date.parse(code.endsHere) <= now()) {
    return <View className="show__note">签到码没有开，或者已经到时候了。书记在会议页上点“开始签到”，再回到这里。</View>
  }
  return (
    <View className="show__code">
      <QrCode text={code.qr} label={`会议签到二维码，也可以输入 ${code.digits}`} />
      <Text className="show__about">签到：扫码，或输入</Text>
      <Text id="screen-digits" className="show__digits">{`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}</Text>
      <Text className="show__about">{clockTime(code.until)} 结束</Text>
    </View>
  )
}
