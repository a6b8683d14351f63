import { Textarea, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { isAhead } from '@domain/branch/collect'
import { slipLines } from '@domain/branch/slip-lines'
import { decodeSlips, type SlipReading } from '@domain/branch/slip'
import { oneBranch, WEEK_COLUMNS } from '@domain/branch/report'
import { exportName, tableOf } from '@domain/text/table'
import { formatWeekOf } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { giveWorkbook } from '@/platform/files/files'
import { open, routes } from '@/navigation'
import { copyText } from '@/platform/phone/clipboard'
import { canScan, scanCode } from '@/platform/phone/scan'
import { today } from '@/platform/phone/clock'
import { workbook } from '@/platform/files/workbook'
import { useSession } from '@/stores/session'
import { thisWeek, useSlips } from '@/stores/slips'
import { WeekPicker } from '../week-picker'
import '../desk.scss'
import './index.scss'
import { TakeOut } from './take-out'
import { aheadWords, type Outcome, outcomeWords, refusal, together } from './words'

/** How far back a secretary can look: as long as slips are kept. */
const WEEKS = 60
/** A branch's slips pasted at once. */
const PASTE_LIMIT = 8000

/** 收学习单: one scan after another, and the table grows. Works with no network on either phone. */
export default function CollectPage() {
  const { slips, load, take, remove } = useSlips()
  // Whoever keeps a branch has one 月报, in which the slips are.
  const keeps = useSession(state => state.me?.roles.some(it => it.role === 'secretary'))
  const [week, setWeek] = useState(thisWeek)
  const [text, setText] = useState('')
  const [said, setSaid] = useState<Outcome[]>([])
  useEffect(() => void load(), [load])
  const day = today()
  const own = (slips ?? []).filter(slip => slip.week === week).sort((a, b) => (a.name < b.name ? -1 : 1))
  const { titles, cells } = tableOf(WEEK_COLUMNS, own)
  const failed = (words: string) => () => setSaid([{ good: false, words }])
  const receiveOne = async (reading: SlipReading): Promise<Outcome> => {
    if (!reading.ok) return refusal(reading.error)
    const { slip } = reading
    if (isAhead(slip, day)) return aheadWords(slip, day)
    return outcomeWords(slip, await take(slip, { week }), day)
  }
  const receive = async (pasted: string | undefined) => {
    if (!pasted) return
    const outcomes: Outcome[] = []
    for (const reading of decodeSlips(pasted)) outcomes.push(await receiveOne(reading))
    if (outcomes.some(it => it.good)) setText('')
    setSaid(together(outcomes))
  }
  const given = (pasted: string | undefined) =>
    receive(pasted).catch(failed('没有收下，手机存储可能满了。请清理一些空间，再收一次'))
  const scan = () => scanCode().then(given, (error: Error) => failed(error.message)())
  const save = () =>
    giveWorkbook(
      exportName(oneBranch(own), '学习周报', week, day, 'xlsx'),
      workbook([{ name: '本周', head: titles, rows: cells }]),
    ).then(() => setSaid([{ good: true, words: '✓ 表格已经导出' }]), failed('没有导出成，请再试一次'))
  // For the other device of whoever takes them: pasted there as members' own are.
  const copy = () =>
    copyText(own.map(slip => slipLines(slip).join('\n')).join('\n\n')).then(
      () => setSaid([{ good: true, words: `✓ 复制了 ${own.length} 张，可以到另一台设备的“收学习单”里粘贴` }]),
      failed('没有复制成，请再试一次'),
    )
  return (
    <Screen title="收学习单" wide>
      <WeekPicker week={week} today={day} count={WEEKS} onChange={setWeek} />
      <View>
        {said.map(({ good, words }, i) => (
          <Notice key={i} tone={good ? 'good' : 'warning'}>
            {words}
          </Notice>
        ))}
      </View>
      {canScan() && (
        <View className="collect-scan">
          <Button id="scan" look="main" onPress={() => void scan()}>
            扫一张学习单
          </Button>
        </View>
      )}
      <View className="desk-note">
        {canScan() ? '也可以把党员发来的文字粘贴在下面' : '请党员把学习单“复制成文字”发来，粘贴在下面'}，几张一起也行
      </View>
      <Textarea
        id="paste"
        className="note-words"
        value={text}
        maxlength={PASTE_LIMIT}
        autoHeight
        placeholder="粘贴在这里"
        onInput={event => setText(event.detail.value)}
        {...a11y({ label: '粘贴学习单文字' })}
      />
      <View className="desk-apart">
        <Button id="take" disabled={text.trim() === ''} onPress={() => void given(text)}>
          收下粘贴的学习单
        </Button>
      </View>
      <Section title={formatWeekOf(week, day)} aside={`收到 ${own.length} 张，都是自报`}>
        {own.length === 0 ? (
          <Empty title="这一周还没有收到" hint="请党员打开“我的 › 学习单”，扫他们的二维码" />
        ) : (
          <DataTable {...shownTable(WEEK_COLUMNS, own)} />
        )}
      </Section>
      {own.length > 0 && (
        <View className="collect-take">
          <Button id="week-xlsx" onPress={() => void save()}>
            导出这一周的 Excel
          </Button>
          <Button id="week-copy" onPress={() => void copy()}>
            复制这一周的，带到另一台设备
          </Button>
        </View>
      )}
      {own.length > 0 && (
        <TakeOut
          slips={own}
          onTakeOut={slip =>
            void remove(slip).then(
              () => setSaid([{ good: true, words: `✓ 去掉了${slip.name}的一张` }]),
              failed('没有去掉，请再试一次'),
            )
          }
        />
      )}
      <View>
        <Row
          id="to-month"
          title="月报"
          note="几周合在一起，一人一行"
          onPress={() => open(keeps ? routes.desk('report') : routes.branchMonth())}
        />
      </View>
    </Screen>
  )
}
