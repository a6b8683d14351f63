import { View } from '@tarojs/components'
import { dueWord } from '@domain/branch/assignment-lines'
import { nextMeeting } from '@domain/branch/meetings'
import type { Waiting } from '@domain/contract/activities'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { assignmentApi } from '@/api/assignments'
import { activityApi } from '@/api/activities'
import { joiningApi } from '@/api/branch'
import { meetingApi } from '@/api/meetings'
import { type DeskPage, open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { type Query, useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'

const read = <T,>(query: Query<T>): T | undefined => (query.status === 'ready' ? query.value : undefined)

/** Everything a secretary can do, and what of it waits. What cannot be read just says nothing here. */
export function DeskRows({ branch }: { branch: string }) {
  const day = today()
  const requests = read(useQuery(`requests-${branch}`, joiningApi(authorised, branch).requests))
  const own = requests?.filter(it => !it.district)
  const assignments = read(useQuery(`assignments-${branch}`, assignmentApi(authorised, branch).list))
  const meetings = read(useQuery(`meetings-${branch}`, meetingApi(authorised, branch).list))
  const waiting = read(useQuery(`waiting-${branch}`, activityApi(authorised, branch).waiting))
  const running = assignments?.filter(it => it.due >= day) ?? []
  const meeting = meetings && nextMeeting(meetings.meetings, day)
  const row = (page: DeskPage, title: string, note?: string) => (
    <Row id={`to-${page}`} title={title} note={note} onPress={() => open(routes.desk(page, { org: branch }))} />
  )
  const soonest = [...running].sort((a, b) => (a.due < b.due ? -1 : 1))[0]
  return (
    <>
      <Section title="学习">
        {row('members', '党员', '一个人一行，按名册排列')}
        {row('report', '月报', '看、核对、导出')}
        {row(
          'assignments',
          '任务',
          soonest ? `${running.length} 项进行中，最近一项${dueWord(soonest.due, day)}` : '布置大家一起学的内容',
        )}
        {row('offline', '线下学习', '不用手机的党员，由书记补记')}
        {row(
          'meetings',
          '会议',
          meeting
            ? `${formatDay(meeting.day)} ${formatWeekday(meeting.day)} ${meeting.title}`
            : '三会一课、主题党日：安排、签到、记录',
        )}
        {row('activities', '活动', activityNote(waiting))}
        <Row
          id="to-contest-desk"
          title="竞赛"
          note="给本支部办一次：出题、定时间、看结果"
          onPress={() => open(routes.contest('desk', { org: branch }))}
        />
      </Section>
      <Section title="名册">
        {row('joining', '邀请和绑定', own?.length ? `${own.length} 位党员等您确认` : '请党员把手机和名册对上')}
        {row('roster', '名册', '用 Excel 导入、导出')}
        {row('audit', '操作记录', '谁在什么时候动过本支部的数据')}
      </Section>
      <View>
        <Row
          id="to-collect"
          title="收学习单"
          note="没有账号的党员，扫他们的二维码"
          onPress={() => open(routes.branchCollect())}
        />
      </View>
    </>
  )
}

/** What waits of the ledger: what is late, or else what comes next. */
function activityNote({ late, next }: Waiting = { late: 0 }): string {
  if (late > 0) return `${late} 件过了日子，还没办完`
  return next ? `${formatDay(next.day)} ${next.title}` : '集中学习、宣讲、给群众办的实事'
}
