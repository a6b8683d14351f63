import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { assignmentLine, dueWord } from '@domain/branch/assignment-lines'
import { ASSIGNMENT_COLUMNS } from '@domain/contract/assignment-columns'
import { countsFrom } from '@domain/contract/assignment-items'
import type { AssignmentDetail } from '@domain/contract/assignments'
import { formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Ring } from '@/components/ring'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Text } from '@tarojs/components'
import { assignmentApi } from '@/api/assignments'
import { back } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { saveDownload } from '@/actions/save-download'

/** One assignment: who has done it; nobody marks it by hand. */
export default function AssignmentPage() {
  return <Desk title="任务">{desk => <One {...desk} />}</Desk>
}

function One({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const api = assignmentApi(authorised, branch)
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`assignment-${branch}-${id}`, () => api.detail(id))
  const remove = async () => {
    setAsking(false)
    if (await attempt(() => api.remove(id))) back()
  }
  return (
    <BranchLoaded of={read}>
      {detail => (
        <>
          <Progress detail={detail} />
          <Said said={said} />
          <View className="desk-actions">
            <Button
              id="assignment-xlsx"
              disabled={busy}
              onPress={() => void attempt(() => saveDownload(api.file(id, 'xlsx')), '表格已经导出')}
            >
              导出 Excel
            </Button>
            {!detail.assignment.sent && (
              <Button id="assignment-remove" onPress={() => setAsking(true)}>
                撤销这项任务
              </Button>
            )}
          </View>
          <View>{detail.assignment.sent && <View className="desk-note">这是上级发的任务，要改请告诉上级。</View>}</View>
          <Dialog
            open={asking}
            title="撤销这项任务？"
            confirm="撤销"
            onConfirm={() => void remove()}
            onCancel={() => setAsking(false)}
          >
            党员的首页上不再有它。学过的还是学过的。
          </Dialog>
        </>
      )}
    </BranchLoaded>
  )
}

function Progress({ detail: { assignment, rows } }: { detail: AssignmentDetail }) {
  const catalog = useCatalog(state => state.catalog)
  const { title, note, due, items, done, members, offline } = assignment
  const words = `${done} 人完成，共 ${members} 人`
  return (
    <>
      <View className="desk-title">{title}</View>
      <View className="desk-note">
        {formatDay(due)} {formatWeekday(due)}，{dueWord(due, today())}；{formatDay(countsFrom(assignment))}起学的算
      </View>
      {note && <Notice>{note}</Notice>}
      <View className="desk-share">
        <Ring value={done} goal={members} label={words} />
        <View className="desk-share__words">
          <Text>{done} 人已经完成</Text>
          <Text className="desk-share__note">
            手机自报，学完自动记上{offline > 0 ? `；另有 ${offline} 人线下学习` : ''}
          </Text>
        </View>
      </View>
      <Section title="内容">
        {items.map(item => {
          const line = catalog && assignmentLine(catalog, item)
          return <Row key={item} kind={line?.kind ?? '学'} title={line?.title ?? `这部手机的目录里没有 ${item}`} />
        })}
      </Section>
      <Section title="一人一行">
        <DataTable {...shownTable(ASSIGNMENT_COLUMNS, rows)} />
      </Section>
    </>
  )
}
