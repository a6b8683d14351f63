import { Textarea, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { decodeSlip } from '@domain/branch/slip'
import { exportName, tableOf, WEEK_COLUMNS } from '@domain/branch/report'
import { addDays } from '@domain/time/day'
import { formatWeek } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DataTable } from '@/components/data-table'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { giveWorkbook } from '@/services/files'
import { open, routes } from '@/services/navigation'
import { canScan, scanCode } from '@/services/scan'
import { today } from '@/services/stamper'
import { workbook } from '@/services/workbook'
import { thisWeek, useSlips } from '@/stores/slips'
import { shownCells } from '../shown'
import { outcomeWords, REFUSALS } from './words'

/** 收学习单: one scan after another, and the table grows. Works with no network on either phone. */
export default function CollectPage() {
  const { slips, load, take } = useSlips()
  const [back, setBack] = useState(0)
  const [text, setText] = useState('')
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  useEffect(() => void load(), [load])
  const week = addDays(thisWeek(), -7 * back)
  const own = (slips ?? []).filter(slip => slip.week === week).sort((a, b) => (a.name < b.name ? -1 : 1))
  const { titles, cells } = tableOf(WEEK_COLUMNS, own)
  const receive = async (pasted: string | undefined) => {
    if (!pasted) return
    const reading = decodeSlip(pasted)
    if (!reading.ok) return setSaid({ good: false, words: REFUSALS[reading.error] })
    const outcome = await take(reading.slip, { week })
    setText('')
    setSaid(outcomeWords(reading.slip, outcome))
  }
  const scan = () => scanCode().then(receive, (error: Error) => setSaid({ good: false, words: error.message }))
  const save = () =>
    giveWorkbook(
      exportName('学习周报', week, today(), 'xlsx'),
      workbook([{ name: '本周', head: titles, rows: cells }]),
    ).then(
      () => setSaid({ good: true, words: '✓ 表格已经导出' }),
      () => setSaid({ good: false, words: '没有导出成，请再试一次' }),
    )
  return (
    <Screen title="收学习单" wide>
      <Choice
        id="collect-week"
        label="哪一周"
        value={back}
        options={[0, 1, 2].map(value => ({
          value,
          text: value === 0 ? '本周' : formatWeek(addDays(thisWeek(), -7 * value)),
        }))}
        onChange={setBack}
      />
      {said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}
      {canScan() && (
        <Button id="scan" look="main" onPress={() => void scan()}>
          扫一张学习单
        </Button>
      )}
      <Textarea
        id="paste"
        className="note-words"
        value={text}
        maxlength={600}
        autoHeight
        placeholder="也可以把对方发来的文字粘贴在这里"
        onInput={event => setText(event.detail.value)}
        {...a11y({ label: '粘贴学习单文字' })}
      />
      <Button id="take" disabled={text.trim() === ''} onPress={() => void receive(text)}>
        收下粘贴的学习单
      </Button>
      <Section title={formatWeek(week)} aside={`收到 ${own.length} 张，都是自报`}>
        {own.length === 0 ? (
          <Empty title="这一周还没有收到" hint="请党员打开“我的 › 学习单”，扫他们的二维码" />
        ) : (
          <DataTable head={titles} rows={shownCells(WEEK_COLUMNS, own)} />
        )}
      </Section>
      {own.length > 0 && (
        <Button id="week-xlsx" onPress={() => void save()}>
          导出这一周的 Excel
        </Button>
      )}
      <View>
        <Row id="to-month" title="月报" note="几周合在一起，一人一行" onPress={() => open(routes.branchMonth())} />
      </View>
    </Screen>
  )
}
