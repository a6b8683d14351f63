import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  bookWeeks,
  changedSinceFiled,
  changedWord,
  deedsWord,
  heldWord,
  joinedWord,
  LINE_COLUMNS,
  placeWord,
  weekDaysWord,
} from '@domain/branch/month-book'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { BookActivity } from '@domain/contract/month-book'
import { formatDay } from '@domain/time/format'
import { monthOf } from '@domain/time/month'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Notice } from '@/components/notice'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { hasRoomForTables } from '@/platform/page/layout'
import { today } from '@/platform/phone/clock'
import type { JoinedBook } from '../use-book'
import { AnsweredSlips } from './answered-slips'
import { AskedSlips } from './asked-slips'

/** The secretary's month: what the branch did together, who studied, and what this phone has to ask about slips. */
export function MonthView({ branch, book, lines, totals, asked }: JoinedBook & { branch: string }) {
  const [table, setTable] = useState(hasRoomForTables)
  const day = today()
  const together = book.meetings.length + book.activities.length
  const weeks = bookWeeks(lines)
  const changed = book.filed && changedSinceFiled(book.filed, totals)
  const toActivity = ({ id }: BookActivity) => open(routes.desk('activity', { org: branch, id }))
  const toMeeting = (id: string) => open(routes.desk('meeting', { org: branch, id }))
  return (
    <>
      <View className="desk-title">{Number(book.month.slice(5))} 月</View>
      <View className="desk-note">
        {placeWord(book.place)}，{totals.members} 人
        {book.filed ? '，已报' : book.month < monthOf(day) ? '，还没报' : ''}
      </View>
      <View>{changed && <Notice tone="warning">{changedWord(changed)}</Notice>}</View>
      <AskedSlips branch={branch} asked={asked} people={book.people} />
      <AnsweredSlips branch={branch} people={book.people} />
      <Section title="支部一起做的" aside={`学时 ${totals.hours}`}>
        <View>{together === 0 && <View className="desk-note">这个月还没有记会议和活动。</View>}</View>
        {book.meetings.map(it => (
          <Row
            key={it.id}
            id={`book-${it.id}`}
            title={it.title}
            note={`${formatDay(it.day)}，${meetingKindTitle(it.kind)}`}
            meta={heldWord(it, day)}
            done={it.present > 0}
            // 已学完 is said of what one studies. What is seen is said in the same order, first.
            label={[
              it.title,
              formatDay(it.day),
              meetingKindTitle(it.kind),
              heldWord(it, day),
              ...(it.present > 0 ? ['到会和应到'] : []),
            ].join('，')}
            onPress={() => toMeeting(it.id)}
          />
        ))}
        <View>
          {book.activities.map(it => (
            <Row
              key={it.id}
              id={`book-${it.id}`}
              title={it.title}
              note={activityNote(it)}
              meta={it.state}
              done={it.closed !== undefined}
              label={[it.title, activityNote(it), it.state].join('，')}
              onPress={() => toActivity(it)}
            />
          ))}
        </View>
        <View>
          <Row
            id="to-meetings"
            title="会议和这个季度要开的"
            onPress={() => open(routes.desk('meetings', { org: branch }))}
          />
          <Row
            id="to-activities"
            title="活动和实事"
            note={totals.deeds + totals.openDeeds > 0 ? `实事${deedsWord(totals)}` : undefined}
            onPress={() => open(routes.desk('activities', { org: branch }))}
          />
        </View>
      </Section>
      <Section title="自己学的，参学人数">
        {weeks.map(({ week, members, studied }) => (
          <ProgressLine
            key={week}
            title={weekDaysWord(week)}
            share={members > 0 ? studied / members : 0}
            text={`${studied} / ${members}`}
          />
        ))}
        <View className="desk-note">手机自报、学习单和支部登记合在一起，自愿，只有学过和还没有。周按星期四归月。</View>
      </Section>
      <Section
        title="一人一行"
        aside={
          <Button id="lines-table" look="plain" onPress={() => setTable(!table)}>
            {table ? '收起' : '看名单'}
          </Button>
        }
      >
        <View>{table && <DataTable {...shownTable(LINE_COLUMNS, lines)} />}</View>
      </Section>
    </>
  )
}

/** `10月21日，我为群众办实事，期限 11月21日`; `11月19日，集中学习，参加 6 / 7`. */
function activityNote(it: BookActivity): string {
  const joined = joinedWord(it)
  const until =
    it.due === undefined ? undefined : it.closed ? `${formatDay(it.closed)}办完` : `期限 ${formatDay(it.due)}`
  return [formatDay(it.day), it.kind, joined && (it.empty ? joined : `参加 ${joined}`), until]
    .filter(Boolean)
    .join('，')
}
