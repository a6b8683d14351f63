import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { filedWord } from '@domain/branch/month-book'
import type { FiledRow } from '@domain/contract/month-book'
import { shanghaiDay } from '@domain/time/day'
import { monthInHand } from '@domain/branch/filing'
import { formatDay, formatMonth } from '@domain/time/format'
import { lastMonths } from '@domain/time/month'
import { Choice } from '@/components/choice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { filedPage } from '@/api/months'
import { useCountedPages } from '@/hooks/pages'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'
import { ShownRows } from '../shown-rows'

const MONTHS = 6

/** 各支部月报: which branches have filed the month, and its sums; as on the roster, a member's study in none of it. */
export default function FiledMonthsPage() {
  return <AdminPage title="各支部月报">{admin => <FiledMonths key={admin.org} {...admin} />}</AdminPage>
}

function FiledMonths({ org, own }: Admin) {
  const months = lastMonths(today(), MONTHS)
  const asked = useRouter().params.month
  const [month, setMonth] = useState(months.find(it => it === asked) ?? monthInHand(today()))
  const { first, readMore } = useCountedPages(`filed-${org}-${month}`, from => filedPage(authorised, org, month, from))
  return (
    <View>
      <Choice
        id="filed-month"
        label="哪个月"
        value={month}
        options={months.map(value => ({ value, text: formatMonth(value) }))}
        onChange={setMonth}
      />
      <OrgLoaded of={first} own={own}>
        {({ head, rows, more }) => (
          <>
            <View className="stats">
              <Stat value={head.filed} name="个支部已报" red />
              <Stat value={head.total} name="个支部" />
            </View>
            <Branches rows={rows} more={more} readMore={readMore} />
            <Note>数是支部报的时候的；参学是手机自报、学习单和支部登记合在一起，只作了解。没有人名。</Note>
          </>
        )}
      </OrgLoaded>
    </View>
  )
}

function Branches({ rows, more, readMore }: { rows: FiledRow[]; more: boolean; readMore: () => Promise<void> }) {
  return (
    <Section title="按名册">
      <ShownRows rows={rows} more={more} readMore={readMore} moreId="more-filed">
        {row => (
          <Row
            key={row.org}
            id={`filed-${row.org}`}
            title={row.name}
            note={sums(row)}
            meta={row.at ? '已报' : '还没报'}
          />
        )}
      </ShownRows>
    </Section>
  )
}

/** `11月30日报，会议 5 次，活动 2 次，参学 20 / 22`. */
function sums({ at, members, studied, ...counts }: FiledRow): string | undefined {
  if (at === undefined) return undefined
  const share =
    members === undefined
      ? '人数少，参学不显示'
      : studied === undefined
        ? '这个月有人转进转出，参学不显示'
        : `参学 ${studied} / ${members}`
  return `${formatDay(shanghaiDay(Date.parse(at)))}报，${filedWord(counts)}，${share}`
}
