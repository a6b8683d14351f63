import { View } from '@tarojs/components'
import { useState } from 'react'
import { AUDIT_ACTIONS, type AuditPage, type AuditRow } from '@domain/contract/audit'
import { shanghaiDay } from '@domain/time/day'
import { clockTime, formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { branchAudit } from '@/api/audit'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '../said'

/** 操作记录: who looked at or changed what of this branch, and why. */
export default function AuditPageOfBranch() {
  return <Desk title="操作记录">{desk => <Audit key={desk.branch} {...desk} />}</Desk>
}

function Audit({ branch }: DeskOf) {
  const read = useQuery(`audit-${branch}`, () => branchAudit(authorised, branch))
  return (
    <View>
      <View className="desk-note">导出、补记、绑定、抽查都记在这里，书记和上级一样，删不掉也改不了。</View>
      <BranchLoaded of={read}>{page => <Rows branch={branch} first={page} />}</BranchLoaded>
    </View>
  )
}

function Rows({ branch, first }: { branch: string; first: AuditPage }) {
  const [later, setLater] = useState<AuditPage[]>([])
  const { said, busy, attempt } = useSaid()
  const pages = [first, ...later]
  const { next } = pages[pages.length - 1]!
  const more = () =>
    attempt(async () => {
      const page = await branchAudit(authorised, branch, next)
      setLater(known => [...known, page])
    })
  const rows = pages.flatMap(page => page.rows)
  return (
    <>
      {rows.length === 0 && <Empty title="还没有记录" />}
      {rows.map(row => (
        <Row key={row.id} title={titleOf(row)} note={[whenOf(row.at), row.reason].filter(Boolean).join(DOT)} />
      ))}
      <Said said={said} />
      {next && (
        <Button id="audit-more" disabled={busy} onPress={() => void more()}>
          再看更早的
        </Button>
      )}
    </>
  )
}

function titleOf({ action, actor, actorBranch, subject }: AuditRow): string {
  const who = actor ? `${actor}${actorBranch ? `（${actorBranch}）` : ''}：` : ''
  return `${who}${AUDIT_ACTIONS[action]}${subject ? `，${subject}` : ''}`
}

function whenOf(iso: string): string {
  return `${formatDay(shanghaiDay(Date.parse(iso)))} ${clockTime(iso)}`
}
