import { View } from '@tarojs/components'
import { useState } from 'react'
import { AUDIT_ACTIONS, type AuditGroup, auditWords } from '@domain/contract/audit'
import type { AuditRow } from '@domain/contract/audit-page'
import { formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { AuditFilter } from '@/layout/tables/audit-filter'
import { branchAudit } from '@/api/audit'
import { usePages } from '@/hooks/pages'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'

/** 操作记录: who looked at or changed what of this branch, and why. */
export default function AuditPageOfBranch() {
  return <Desk title="操作记录">{desk => <Audit key={desk.branch} {...desk} />}</Desk>
}

function Audit({ branch }: DeskOf) {
  const [group, setGroup] = useState<AuditGroup | ''>('')
  const { first, readMore } = usePages<AuditRow, null, string>(`audit-${branch}-${group}`, async before => {
    const { rows, next } = await branchAudit(authorised, branch, before, group || undefined)
    return { head: null, rows, ...(next !== undefined && { next }) }
  })
  const { said, busy, attempt } = useSaid()
  return (
    <View>
      <View className="desk-note">导出、补记、绑定、抽查都记在这里，书记和上级一样，删不掉也改不了。</View>
      <AuditFilter group={group} onChange={setGroup} />
      <BranchLoaded of={first}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 && <Empty title={group ? '没有这一类的记录' : '还没有记录'} />}
            {rows.map(row => (
              <Row key={row.id} title={AUDIT_ACTIONS[row.action]} note={noteOf(row)} />
            ))}
            <Said said={said} />
            {more && (
              <Button id="audit-more" disabled={busy} onPress={() => void attempt(readMore)}>
                再看更早的
              </Button>
            )}
          </>
        )}
      </BranchLoaded>
    </View>
  )
}

/** When, who, about whom, why; the organisation is this branch in every row. */
const noteOf = ({ org: _this, ...row }: AuditRow) =>
  [formatMinute(Date.parse(row.at)), auditWords(row)].filter(Boolean).join(DOT)
