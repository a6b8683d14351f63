import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { askBeforeFiling, monthInHand } from '@domain/branch/filing'
import { changedSinceFiled, changedWord, filedWord, slipsHereWord, unfinishedWord } from '@domain/branch/month-book'
import { formatMoment } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { monthApi } from '@/api/months'
import { CAN_PRINT, printPage } from '@/platform/files/print'
import { giveWorkbook } from '@/platform/files/files'
import { workbook } from '@/platform/files/workbook'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { type JoinedBook, useBook } from '../use-book'
import { Paper } from './paper'
import { bookName, bookSheets } from './sheets'

/** 成册: the month as a sheet of paper, as a workbook, and filed. */
export default function BookPage() {
  return <Desk title="出月报">{desk => <Book key={desk.branch} {...desk} />}</Desk>
}

function Book({ branch }: DeskOf) {
  const asked = useRouter().params.month ?? ''
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthInHand(today())
  const read = useBook(branch, month)
  return (
    <BranchLoaded of={read}>
      {book => {
        const joined = read.join(book)
        return (
          <>
            <Actions branch={branch} joined={joined} join={read.join} onChanged={read.reload} />
            <Paper {...joined} />
          </>
        )
      }}
    </BranchLoaded>
  )
}

interface ActionsProps {
  branch: string
  joined: JoinedBook
  join: (book: JoinedBook['book']) => JoinedBook
  onChanged: () => Promise<void>
}

/** What can be done with it: filed, taken out as a workbook, printed. It is not printed itself. */
function Actions({ branch, joined, join, onChanged }: ActionsProps) {
  const { book, totals, asked } = joined
  const { month, filed } = book
  const [asking, setAsking] = useState<'back' | 'file'>()
  const changed = filed && changedSinceFiled(filed, totals)
  const { said, busy, attempt } = useSaid()
  const api = monthApi(authorised, branch)
  // Read anew: what is handed over is what the service has now, and it writes down that it was taken.
  const save = async () => {
    const now = join(await api.export(month))
    await giveWorkbook(bookName(now, today()), workbook(bookSheets(now, today()))).catch(() => {
      throw new Error('文件没有存下来，请再试一次')
    })
  }
  const question = askBeforeFiling(month, totals, today())
  const file = async () => {
    setAsking(undefined)
    const done = filed ? '已经重报，以这一次为准' : '已经报上去了'
    await attempt(async () => {
      await api.file(month, totals.studied)
      await onChanged()
    }, done)
  }
  const takeBack = async () => {
    setAsking(undefined)
    await attempt(async () => {
      await api.takeBack(month)
      await onChanged()
    }, '已经撤回，上级看到的是还没有报')
  }
  return (
    <View className="paper-actions">
      <View className="desk-note">
        {filed
          ? `${formatMoment(Date.parse(filed.at))}${filed.by ? `由${filed.by}` : ''}报的：参学 ${filed.studied} / ${filed.members}，${filedWord(filed)}。`
          : '上级只看得到“已报”，参学几人，会议、活动几次，办结几件实事，看不到每个人的学习。'}
        {asked.length > 0 ? `还有 ${asked.length} 张学习单没有认出是谁的，先在月报里认一下，数才齐。` : ''}
      </View>
      <View className="desk-note">{unfinishedWord(month, today()) + slipsHereWord(joined.slips)}</View>
      <View>
        {filed && filed.studied > totals.studied && (
          <Notice tone="warning">
            {`报的参学是 ${filed.studied} 人，这里只有 ${totals.studied} 人：学习单只在收它的那部手机上。要重报、打印或导出，请用那一部。`}
          </Notice>
        )}
        {changed && <Notice tone="warning">{changedWord(changed)}</Notice>}
      </View>
      <Said said={said} />
      <View className="desk-actions">
        <Button
          id="book-file"
          look="main"
          disabled={busy}
          onPress={() => (question === undefined ? void file() : setAsking('file'))}
        >
          {filed ? '改过了，重报一次' : `报 ${Number(month.slice(5))} 月`}
        </Button>
        <Button id="book-xlsx" disabled={busy} onPress={() => void attempt(save, '表格已经导出')}>
          导出 Excel
        </Button>
        {CAN_PRINT && (
          <Button id="book-print" onPress={printPage}>
            打印
          </Button>
        )}
      </View>
      {!CAN_PRINT && <View className="desk-note">要打印，在电脑上打开网页版的这一页，或者打印导出的 Excel。</View>}
      <View>
        {filed && (
          <Button id="book-back" look="plain" onPress={() => setAsking('back')}>
            撤回这次上报
          </Button>
        )}
      </View>
      <Dialog
        open={asking === 'file'}
        title={`现在就报 ${Number(month.slice(5))} 月？`}
        confirm="现在就报"
        cancel="先不报"
        stay
        onConfirm={() => void file()}
        onCancel={() => setAsking(undefined)}
      >
        {question}
      </Dialog>
      <Dialog
        open={asking === 'back'}
        title="撤回这次上报？"
        confirm="撤回"
        onConfirm={() => void takeBack()}
        onCancel={() => setAsking(undefined)}
      >
        支部自己的记录都不变。撤回会记进操作记录。
      </Dialog>
    </View>
  )
}
