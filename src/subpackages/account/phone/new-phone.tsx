import { Input, View } from '@tarojs/components'
import { useCallback, useEffect, useRef, useState } from 'react'
import { forMembers } from '@domain/text/for-members'
import { shanghaiDay } from '@domain/time/day'
import { formatFullDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { keepTaken, takeRecords, type Taken } from '@/actions/parcel'
import { canScan, scanCode } from '@/platform/phone/scan'
import { open, routes } from '@/navigation'
import { useSession } from '@/stores/session'
import { whatComes } from './what-comes'
import './index.scss'

const UNCHANGED = '这部手机上的记录没有动'

/** Takes what the old phone has left, shows what it is, and joins it when the member says so. @param given by an address */
export function NewPhone({ given }: { given?: string }) {
  const signedIn = useSession(state => state.status === 'signed-in')
  const [typed, setTyped] = useState(given ?? '')
  // What stands in the field: a press may come before the page has been drawn anew.
  const field = useRef(typed)
  const [taken, setTaken] = useState<Taken & { lines: { title: string; meta: string }[] }>()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<string>()
  const doing = useCallback((work: () => Promise<unknown>, failed: string) => {
    setBusy(true)
    setProblem(undefined)
    work()
      .catch((error: Error) => setProblem(`${failed}：${forMembers(error.message, '请再试一次')}。${UNCHANGED}`))
      .then(() => setBusy(false))
  }, [])
  const take = useCallback(
    (text: string | undefined) => {
      if (!text) return
      doing(async () => {
        const found = await takeRecords(text)
        setTaken({ ...found, lines: await whatComes(found.archive) })
      }, '没有取来')
    },
    [doing],
  )
  useEffect(() => take(given), [given, take])
  const scan = () => scanCode().then(take, (error: Error) => setProblem(error.message))
  const keep = () =>
    doing(async () => {
      await keepTaken(taken!)
      setTaken(undefined)
      setDone(true)
    }, '没有并进来')
  if (done) {
    return (
      <>
        <Notice tone="good">✓ 都过来了，这部手机上原有的也都在</Notice>
        <Section title="接着做什么">
          <Row id="see-me" title="看看我的记录" onPress={() => open(routes.mine('recent'))} />
          {!signedIn && (
            <Row
              id="to-account"
              title="登录支部账号"
              note="用换机码绑定这部手机"
              onPress={() => open(routes.account())}
            />
          )}
        </Section>
      </>
    )
  }
  if (taken) {
    return (
      <>
        <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
        <Section title={`旧手机上 ${formatFullDay(shanghaiDay(taken.archive.exportedAt))} 的记录`}>
          <View id="what-comes">
            {taken.lines.map(it => (
              <Row key={it.title} {...it} />
            ))}
          </View>
          <View className="phone-code__after">这部手机上现有的记录都留着，合在一起；同一件事只算一次。</View>
        </Section>
        <View className="account__buttons">
          <Button id="keep-records" look="main" disabled={busy} onPress={keep}>
            并进这部手机
          </Button>
          <Button id="leave-records" disabled={busy} onPress={() => setTaken(undefined)}>
            不要
          </Button>
        </View>
      </>
    )
  }
  return (
    <>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="account__note">
        旧手机上打开“我的 › 设置 › 换手机”，生成二维码。这部手机不用登录。取来以后先给您看有什么，您点了才并进来。
      </View>
      <View className="account__buttons">
        {canScan() && (
          <Button id="scan-code" look="main" disabled={busy} onPress={() => void scan()}>
            扫旧手机上的二维码
          </Button>
        )}
      </View>
      <Section title={canScan() ? '扫不了，输入字码' : '输入旧手机上的字码'}>
        <Input
          id="typed-code"
          className="field"
          value={typed}
          maxlength={200}
          placeholder="五组，每组四个"
          confirmType="done"
          onInput={event => {
            field.current = event.detail.value
            setTyped(field.current)
          }}
          {...a11y({ label: '旧手机上的字码' })}
        />
        <View className="account__buttons">
          <Button
            id="take-records"
            look={canScan() ? 'quiet' : 'main'}
            disabled={busy || typed.trim() === ''}
            onPress={() => take(field.current)}
          >
            {busy ? '正在取……' : '取旧手机的记录'}
          </Button>
        </View>
      </Section>
    </>
  )
}
