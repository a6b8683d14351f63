import { View } from '@tarojs/components'
import type { RosterAnswer } from '@domain/contract/roster'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { Notice } from '@/components/notice'

interface Props {
  /** Of the file. */
  name: string
  answer: RosterAnswer
  busy: boolean
  onTake: () => void
}

/** What a sheet would change, or which cells have to be mended first. */
export function Checked({ name, answer, busy, onTake }: Props) {
  const { problems, changes } = answer
  if (problems.length > 0) {
    return (
      <>
        <Notice tone="warning">
          “{name}”里有 {problems.length} 处要改，名册没有变。在表格里改好以后再选一次。
        </Notice>
        <DataTable head={['工作表', '单元格', '要改什么']} rows={problems.map(it => [it.sheet, it.cell, it.reason])} />
      </>
    )
  }
  const lines = [
    named('新增', changes.added),
    named('改动', changes.changed),
    named('转出', changes.left),
    changes.same > 0 ? `${changes.same} 位不变` : '',
  ].filter(Boolean)
  const nothing = changes.added.length + changes.changed.length + changes.left.length === 0
  return (
    <>
      <Notice tone="good">✓ “{name}”检查过了，没有要改的地方。</Notice>
      {lines.map(line => (
        <View key={line}>{line}</View>
      ))}
      {nothing ? (
        <View className="desk-note">和现在的名册一样，不用导入。</View>
      ) : (
        <Button id="roster-take" look="main" disabled={busy} onPress={onTake}>
          按表格更新名册
        </Button>
      )}
    </>
  )
}

function named(what: string, names: readonly string[]): string {
  return names.length > 0 ? `${what} ${names.length} 位：${names.join('、')}` : ''
}
