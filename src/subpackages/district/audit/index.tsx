import { useState } from 'react'
import { AUDIT_ACTIONS, type AuditGroup, auditWords } from '@domain/contract/audit'
import { formatMinute } from '@domain/time/format'
import type { AuditRow } from '@domain/contract/audit-page'
import type { Further } from '@/components/data-table/use-shown'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { AuditFilter } from '@/layout/tables/audit-filter'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useOrgAudit } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { ShownRows } from '../shown-rows'

/** 谁看过什么: everything that was looked at, taken out or changed, under one organisation. */
export default function AuditPage() {
  return (
    <AdminPage title="谁看过什么" supervisorOnly>
      {admin => <Audit {...admin} />}
    </AdminPage>
  )
}

function Audit({ org, own }: Admin) {
  const [group, setGroup] = useState<AuditGroup | ''>('')
  const { first, readMore } = useOrgAudit(org, group || undefined)
  return (
    <>
      <AuditFilter group={group} onChange={setGroup} />
      <OrgLoaded of={first} own={own}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Empty title={group ? '没有这一类的记录' : '还没有记录'} hint="抽查、导出、改名册，都会记在这里" />
          ) : (
            <Section title="最近的在前">
              <Lines key={group} rows={rows} more={more} readMore={readMore} />
            </Section>
          )
        }
      </OrgLoaded>
    </>
  )
}

function Lines({ rows, more, readMore }: Further & { rows: readonly AuditRow[] }) {
  return (
    <ShownRows rows={rows} more={more} readMore={readMore} id="audit-rows" moreId="more-audit">
      {row => (
        <Row
          key={row.id}
          title={AUDIT_ACTIONS[row.action]}
          note={`${formatMinute(Date.parse(row.at))}${DOT}${auditWords(row)}`}
        />
      )}
    </ShownRows>
  )
}
