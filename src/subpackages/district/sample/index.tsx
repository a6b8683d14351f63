import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatWeek } from '@domain/time/format'
import { lastFinishedWeek } from '@domain/district/reporting-period'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import type { Sample } from '@domain/contract/orgs'
import { copyText } from '@/platform/phone/clipboard'
import { today } from '@/platform/phone/clock'
import { drawSample } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { PeriodPicker } from '../period-picker'
import { isReason, ReasonField } from '../reason-field'
import { SeenTable } from '../seen-table'

const SIZES = [5, 10, 20, 50].map(value => ({ value, text: `${value} 人` }))
/** What the service takes for a seed. */
const SEED = /^[\w-]{1,40}$/

/** 随机抽查: a few people drawn by chance, with a reason, and so that it can be drawn again. */
export default function SamplePage() {
  return (
    <AdminPage title="随机抽查" supervisorOnly>
      {admin => <Draw {...admin} />}
    </AdminPage>
  )
}

function Draw({ org }: Admin) {
  const [period, setPeriod] = useState(() => lastFinishedWeek(today()))
  const [size, setSize] = useState(10)
  const [reason, setReason] = useState('')
  const [seed, setSeed] = useState('')
  const [drawn, setDrawn] = useState<Sample>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const badSeed = seed !== '' && !SEED.test(seed)
  const draw = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      setDrawn(await drawSample(org, { size, reason: reason.trim(), week: period.start, ...(seed !== '' && { seed }) }))
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Notice>
        每次抽查都写进记录：谁、什么时候、为什么、抽了几位。被抽到的党员自己也看得到。别的支部的党员只显示姓。
      </Notice>
      <PeriodPicker period={period} onChange={setPeriod} weeksOnly />
      <Choice id="sample-size" label="抽几位" value={size} options={SIZES} onChange={setSize} />
      <ReasonField value={reason} hint="例如 季度学习督导" onInput={setReason} />
      <Text>要核对上次抽查才填：上次的随机数（人数和周不变，抽到同一批人）</Text>
      <Input
        id="seed"
        className="field"
        value={seed}
        maxlength={40}
        placeholder="抽查结果里的随机数"
        onInput={event => setSeed(event.detail.value.trim())}
        {...a11y({ label: '上次的随机数，可以不填' })}
      />
      <View>{badSeed && <Notice tone="warning">随机数只有字母、数字、横线和下划线。</Notice>}</View>
      <View>{problem && <Notice tone="warning">{`没有抽成：${problem}`}</Notice>}</View>
      <View className="district-act">
        <Button id="draw" look="main" disabled={busy || badSeed || !isReason(reason)} onPress={() => void draw()}>
          抽查
        </Button>
      </View>
      <View>
        {drawn && (
          <Section title={`抽到 ${drawn.members.length} 位`} aside={formatWeek(drawn.start)}>
            <View id="drawn-seed">{`随机数 ${drawn.seed}，已经写进记录`}</View>
            <SeenTable members={drawn.members} />
            <Button id="copy-seed" onPress={() => void copyText(drawn.seed)}>
              复制随机数
            </Button>
          </Section>
        )}
      </View>
    </>
  )
}
