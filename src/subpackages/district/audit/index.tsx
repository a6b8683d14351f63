import { View } from '@tarojs/components'
import { useState } from 'react'
import { AUDIT_ACTIONS, type AuditRow } from '@domain/contract/audit'
import { formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
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
  const { first, readMore } = useOrgAudit(org)
  const [shown, setShown] = useState(LINES)
  const [problem, setProblem] = useState<string>()
  return (
    <OrgLoaded of={first} own={own}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty title="还没有记录" hint="抽查、导出、改名册，都会记在这里" />
        ) : (
          <Section title="最近的在前">
            <View id="audit-rows">
              {rows.slice(0, shown).map(row => (
                <Row
                  key={row.id}
                  title={AUDIT_ACTIONS[row.action]}
                  note={`${formatMinute(Date.parse(row.at))}${DOT}${wordsOf(row)}`}
                />
              ))}
            </View>
            <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
            <View>
              {(more || rows.length > shown) && (
                <Button
                  id="more-audit"
                  onPress={() => {
                    setProblem(undefined)
                    if (more && rows.length - shown < LINES)
                      void readMore().catch((error: Error) => setProblem(error.message))
                    setShown(n => n + LINES)
                  }}
                >
                  再看一些
                </Button>
              )}
            </View>
          </Section>
        )
      }
    </OrgLoaded>
  )
}

/** Who, about what, why. */
function wordsOf({ actor, actorBranch, org, subject, reason }: AuditRow): string {
  const who = actor && `经办：${actor}${actorBranch ? `（${actorBranch}）` : ''}`
  const whom = (org ?? subject) && `涉及：${[org, subject].filter(Boolean).join(' ')}`
  return [who, whom, reason && `原因：${reason}`].filter(Boolean).join('；')
}
