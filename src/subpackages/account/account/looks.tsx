import { useState } from 'react'
import { View } from '@tarojs/components'
import { AUDIT_ACTIONS } from '@domain/contract/audit'
import type { AuditRow } from '@domain/contract/audit-page'
import { formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { readLooks } from '@/api/me'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import './index.scss'

/** 谁看过我的记录: what the service has written down about looks at this member, latest first. */
export function Looks({ name }: { name: string }) {
  const first = useQuery(`looks ${name}`, () => readLooks(authorised))
  const [more, setMore] = useState<{ rows: AuditRow[]; next?: string; problem?: string }>()
  if (first.status === 'loading') return <View className="account__note">正在读…</View>
  if (first.status === 'failed')
    return (
      <Section title="谁看过我的记录">
        <Row title="再试一次" note={first.message} onPress={first.reload} />
      </Section>
    )
  const rows = [...first.value.rows, ...(more?.rows ?? [])]
  const next = more ? more.next : first.value.next
  const readMore = () =>
    readLooks(authorised, next).then(
      page => setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.next }),
      (error: Error) => setMore({ rows: more?.rows ?? [], next, problem: error.message }),
    )
  return (
    <Section title="谁看过我的记录">
      {rows.length === 0 && <View className="account__note">还没有人查看、导出或抽查过您的记录。</View>}
      {rows.map(row => (
        <Row
          key={row.id}
          title={AUDIT_ACTIONS[row.action] ?? row.action}
          meta={formatMinute(Date.parse(row.at))}
          note={[row.actor, row.actorBranch, row.reason].filter(Boolean).join('，') || undefined}
        />
      ))}
      <View>{more?.problem && <View className="account__note">{more.problem}</View>}</View>
      <View>
        {next && (
          <Button id="more-looks" onPress={() => void readMore()}>
            再看一些
          </Button>
        )}
      </View>
    </Section>
  )
}
