import { View } from '@tarojs/components'
import { useState } from 'react'
import { AUDIT_ACTIONS, type AuditGroup, auditWords } from '@domain/contract/audit'
import { formatMinute } from '@domain/time/format'
import type { AuditRow } from '@domain/contract/audit-page'
import { Button } from '@/components/button'
import { type Further, useShown } from '@/components/data-table/use-shown'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { AuditFilter } from '@/layout/audit-filter'
import { Stretched } from '@/layout/stretched'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useOrgAudit } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { LINES } from '../shown'

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
  const { shown, left, problem, show } = useShown(rows.length, LINES, { more, readMore })
  return (
    <>
      <View id="audit-rows">
        <Stretched rows={rows} to={shown}>
          {row => (
            <Row
              key={row.id}
              title={AUDIT_ACTIONS[row.action]}
              note={`${formatMinute(Date.parse(row.at))}${DOT}${auditWords(row)}`}
            />
          )}
        </Stretched>
      </View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View>
        {(left > 0 || more) && (
          <Button id="more-audit" onPress={() => void show()}>
            再看一些
          </Button>
        )}
      </View>
    </>
  )
}
