import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { forMembers } from '@domain/text/for-members'
import { formatMoment } from '@domain/time/format'
import { inGroups, scannedText } from '@domain/transfer/code'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { QrCode } from '@/components/qr-code'
import { Row } from '@/components/row'
import { type Given, giveRecords, withdrawRecords } from '@/actions/parcel'
import { open, routes } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { linkTo } from '@/platform/phone/links'
import { useSession } from '@/stores/session'
import { useTaken } from './use-taken'
import './index.scss'

const BEGUN =
  '有手机取走了。是您的新手机，就在那上面点“并进这部手机”。不是您的，就是二维码被别人拍了：这份记录他看得到，登录他没有，不能用您的名义。'
const DONE =
  '✓ 记录已经并进取走它的手机，服务上的那一份删了。这部手机上的记录还在。什么时候取走的，“支部账号 › 谁看过我的记录”里也写着。'

/** Seals the records and shows the code that opens them, for as long as they lie at the service. */
export function OldPhone() {
  const me = useSession(state => state.me)
  const [given, setGiven] = useState<Given>()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  const until = given?.until
  const taken = useTaken(given)
  useEffect(() => {
    if (until === undefined || taken === 'done') return
    const over = () => {
      setGiven(undefined)
      setSaid({ good: false, words: '十分钟到了，这个二维码不能用了。还没有扫的，请再生成一个。' })
    }
    const timer = setTimeout(over, Math.max(0, until - now()))
    return () => clearTimeout(timer)
  }, [until, taken])
  const failed = (what: string) => (error: Error) =>
    setSaid({ good: false, words: `${what}：${forMembers(error.message, '请再试一次')}` })
  const make = () => {
    setBusy(true)
    setSaid(undefined)
    setGiven(undefined)
    giveRecords()
      .then(setGiven, failed('没有生成'))
      .then(() => setBusy(false))
  }
  const takeBack = () =>
    withdrawRecords().then(() => {
      setGiven(undefined)
      setSaid({ good: true, words: '✓ 收回了，这个二维码不能再用' })
    }, failed('没有收回'))
  if (!me || me.left) {
    return (
      <>
        <Notice>用二维码换手机，旧手机要登录支部账号。没有账号的，请导出文件带走，一样是全部记录。</Notice>
        <Row id="to-file" title="导出文件" note="设置 › 记录" onPress={() => open(routes.settings())} />
        <Row id="to-account" title="登录支部账号" onPress={() => open(routes.account())} />
      </>
    )
  }
  return (
    <>
      <View>{said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}</View>
      <View>{taken === 'begun' && <Notice tone="warning">{BEGUN}</Notice>}</View>
      <View>{taken === 'done' && <Notice tone="good">{DONE}</Notice>}</View>
      {given && taken === 'waiting' && (
        <View className="phone-code">
          <QrCode text={linkTo(routes.phone(given.code)) || scannedText(given.code)} label="换手机的二维码" />
          <View id="code-shown" className="phone-code__letters">
            {inGroups(given.code)}
          </View>
          <View className="phone-code__words">
            {`请在新手机上打开“我的 › 设置 › 换手机”，选“这是新手机”，扫它；扫不了的，输入上面的字码。${formatMoment(given.until)} 以前有效，只能取一次。别让人拍下来：有了它就能取走您的记录。`}
          </View>
        </View>
      )}
      {!given && (
        <View className="account__note">
          学习记录、笔记、错题本、设置、收到的学习单都带走，先在这部手机上加密，再经过服务，取走就删，最多留十分钟。钥匙只在二维码里，服务读不了。这部手机上的记录不动。登录不带走：新手机上用换机码绑定。
        </View>
      )}
      <View className="account__buttons">
        <Button id="give-records" look={given ? 'quiet' : 'main'} disabled={busy} onPress={make}>
          {busy ? '正在加密上传……' : given ? '再生成一个' : '生成二维码'}
        </Button>
        {given && taken === 'waiting' && (
          <Button id="take-back" onPress={() => void takeBack()}>
            不换了，收回
          </Button>
        )}
      </View>
    </>
  )
}
