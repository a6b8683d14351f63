import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ReportingPeriod, periodName } from '@domain/district/reporting-period'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import type { ExportRows } from '@/api/orgs'
import { exportOrgs } from '@/hooks/district'

interface Props {
  org: string
  period: ReportingPeriod
  open: boolean
  onClose: () => void
}

const ROWS: { value: ExportRows; text: string }[] = [
  { value: 'children', text: '下一级' },
  { value: 'branches', text: '全部支部' },
]
const FORMATS: { value: 'xlsx' | 'csv'; text: string }[] = [
  { value: 'xlsx', text: 'Excel' },
  { value: 'csv', text: 'CSV' },
]

/** The table of the page as a file, with the same columns. */
export function ExportSheet({ org, period, open, onClose }: Props) {
  const [rows, setRows] = useState<ExportRows>('children')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  const save = () =>
    exportOrgs(org, rows, format, period).then(
      name => setSaid({ good: true, words: `✓ 已经导出：${name}` }),
      (error: Error) => setSaid({ good: false, words: `没有导出成：${error.message}` }),
    )
  return (
    <Sheet open={open} title="导出汇总" kind={periodName(period)} onClose={onClose}>
      <Choice id="export-rows" label="导出哪些组织" value={rows} options={ROWS} onChange={setRows} />
      <Choice id="export-format" label="什么格式" value={format} options={FORMATS} onChange={setFormat} />
      <Notice>栏目和页面上的表格一样，没有人名。每次导出都会记下是谁、什么时候导出的。</Notice>
      <View>{said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}</View>
      <Button id="export-save" look="main" onPress={() => void save()}>
        导出
      </Button>
    </Sheet>
  )
}
