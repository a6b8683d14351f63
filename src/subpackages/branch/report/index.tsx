import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { monthInHand } from '@domain/branch/filing'
import { formatMonth } from '@domain/time/format'
import { lastMonths } from '@domain/time/month'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { open, replace, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { useBook } from '../use-book'
import { MonthView } from './month-view'

const MONTHS = 6

/** 月报: the month of the branch, one person one line; the sheet of paper and the workbook are one tap on. */
export default function ReportPage() {
  return <Desk title="月报">{desk => <Report key={desk.branch} {...desk} />}</Desk>
}

function Report({ branch }: DeskOf) {
  const months = lastMonths(today(), MONTHS)
  const asked = useRouter().params.month
  const month = months.find(it => it === asked) ?? monthInHand(today())
  const read = useBook(branch, month)
  useDidShow(() => void read.reload())
  return (
    <View>
      <Choice
        id="month"
        label="哪个月"
        value={month}
        options={months.map(value => ({ value, text: monthName(value, months[0]!) }))}
        // A page of its own: a whole month is more than a tap sends.
        onChange={to => replace(routes.desk('report', { org: branch, month: to }))}
      />
      <BranchLoaded of={read}>
        {book =>
          book.people.length === 0 ? (
            <Empty title="名册还是空的" hint="导入名册或请党员绑定以后，这里一人一行" />
          ) : (
            <>
              <MonthView branch={branch} {...read.join(book)} />
              <Button id="to-book" look="main" onPress={() => open(routes.desk('book', { org: branch, month }))}>
                出 {Number(month.slice(5))} 月的月报
              </Button>
            </>
          )
        }
      </BranchLoaded>
    </View>
  )
}

/** `11月`, with the year only when that is another. */
function monthName(month: string, now: string): string {
  return month.slice(0, 4) === now.slice(0, 4) ? `${Number(month.slice(5))}月` : formatMonth(month)
}
