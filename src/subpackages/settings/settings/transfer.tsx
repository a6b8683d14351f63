import { View } from '@tarojs/components'
import { useState } from 'react'
import { forMembers } from '@domain/text/for-members'
import { shanghaiDay } from '@domain/time/day'
import { formatFullDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { open, routes } from '@/navigation'
import { chooseRecords, exportRecords, importRecords } from '@/actions/transfer'

type Archive = NonNullable<Awaited<ReturnType<typeof chooseRecords>>>

/** Takes all records out as a file, and in again on a new phone. */
export function Transfer() {
  const [outcome, setOutcome] = useState<{ good: boolean; words: string }>()
  const [chosen, setChosen] = useState<Archive>()
  const failed = (what: string) => (error: Error) =>
    setOutcome({ good: false, words: `${what}：${forMembers(error.message, '请再试一次')}` })
  const give = () =>
    exportRecords().then(() => setOutcome({ good: true, words: '✓ 已经导出，请把文件存好' }), failed('没有导出'))
  const choose = () => chooseRecords().then(setChosen, failed('没有导入，手机上的记录没有动'))
  const take = () =>
    importRecords(chosen!)
      .then(
        () => setOutcome({ good: true, words: '✓ 已经并进来，手机上原有的也都在' }),
        failed('没有导入，手机上的记录没有动'),
      )
      .then(() => setChosen(undefined))
  return (
    <View className="transfer">
      {outcome && <Notice tone={outcome.good ? 'good' : 'warning'}>{outcome.words}</Notice>}
      <Row id="to-phone" title="换手机" note="扫一下，全部记录都到新手机上" onPress={() => open(routes.phone())} />
      <Button id="export" onPress={() => void give()}>
        导出我的记录
      </Button>
      <Button id="import" onPress={() => void choose()}>
        从文件导入
      </Button>
      <Dialog
        open={!!chosen}
        title="把文件里的记录并进这部手机？"
        confirm="导入"
        onConfirm={() => void take()}
        onCancel={() => setChosen(undefined)}
      >
        {chosen &&
          `文件是 ${formatFullDay(shanghaiDay(chosen.exportedAt))} 导出的。这部手机上现有的记录都留着；同一件事只算一次。`}
      </Dialog>
    </View>
  )
}
