import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterAnswer } from '@domain/contract/roster'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { idempotentSender } from '@/api/idempotency-key'
import { rosterApi, rosterProblems } from '@/api/roster'
import { open, routes } from '@/navigation'
import { takeWorkbook } from '@/platform/files/files'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { Said, useSaid } from '@/layout/states/said'
import { saveDownload } from '@/actions/save-download'
import { Checked } from './checked'
import { Left } from './left'

interface Sheet {
  name: string
  bytes: Uint8Array
  answer: RosterAnswer
}

/** 名册: out as an Excel sheet, and in again, looked through before anything changes. */
export default function RosterPage() {
  return <Desk title="名册">{desk => <Roster key={desk.branch} {...desk} />}</Desk>
}

function Roster({ branch }: DeskOf) {
  const api = rosterApi(authorised, branch)
  const [sheet, setSheet] = useState<Sheet>()
  const [checking, setChecking] = useState(false)
  const [send] = useState(idempotentSender)
  // Whoever a sheet marks 转出 stands in the list below at once.
  const [changes, setChanges] = useState(0)
  const { said, busy, attempt } = useSaid()
  const choose = () =>
    attempt(async () => {
      const chosen = await takeWorkbook()
      if (!chosen) return
      setSheet(undefined)
      setChecking(true)
      setSheet({ ...chosen, answer: await api.check(chosen.bytes).finally(() => setChecking(false)) })
    })
  const take = async (chosen: Sheet) => {
    const apply = () =>
      send(key => api.apply(chosen.bytes, key)).catch((error: unknown) => {
        const answer = rosterProblems(error)
        if (answer) setSheet({ ...chosen, answer })
        throw error
      })
    if (!(await attempt(apply, '名册已经按表格更新'))) return
    setSheet(undefined)
    setChanges(n => n + 1)
  }
  return (
    <View className="desk-form">
      <Section title="导出名册">
        <View className="desk-note">
          先导出现在的名册，在表格里改好，再传回来。手机后四位存的是密文，导出里是空的，不改就留空。“支委”填“是”，“党小组”填组名，会议就知道该谁到会。
        </View>
        <Button
          id="roster-out"
          disabled={busy}
          onPress={() => void attempt(() => saveDownload(api.file()), '名册已经导出')}
        >
          导出现在的名册
        </Button>
      </Section>
      <View>
        <Row
          id="to-posts"
          title="支委和党小组"
          note="在手机上勾，不用表格"
          onPress={() => open(routes.desk('posts', { org: branch }))}
        />
      </View>
      <Section title="导入名册">
        <View className="desk-note">
          选一个 .xlsx
          表格。支部自己的花名册也行：有“姓名”一列就能读，没有编号的按姓名对上，没有的列不动；联系电话只留后四位。先只检查，什么都不改；没有问题再由您确认导入。
        </View>
        <View>{checking && <View className="desk-note">正在检查这个表格，人多要等一会儿…</View>}</View>
        <Button id="roster-in" disabled={busy} onPress={() => void choose()}>
          {sheet ? '换一个表格' : '选表格'}
        </Button>
        <View>
          {sheet && <Checked name={sheet.name} answer={sheet.answer} busy={busy} onTake={() => void take(sheet)} />}
        </View>
      </Section>
      <Said said={said} />
      <Left key={changes} branch={branch} />
    </View>
  )
}
