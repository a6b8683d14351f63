import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrgRow } from '@domain/contract/orgs'
import { ORG_COLUMNS } from '@domain/contract/report-columns'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { OrgLines } from '../org-lines'
import { tableRows } from '../shown'

interface Props {
  rows: OrgRow[]
  total: number
  more: boolean
  readMore: () => Promise<void>
  /** Carried along. */
  period: Record<string, string>
}

/** What lies directly under the organisation: lines to go further down, or the table as it is exported. */
export function Children({ rows, total, more, readMore, period }: Props) {
  const [table, setTable] = useState(false)
  const toggle = (
    <Button id="children-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看列表' : '看表格'}
    </Button>
  )
  const into = (row: OrgRow) => open(routes.district('org', { org: row.org, ...period }))
  return (
    <Section title={`下一级 ${total} 个`} aside={toggle}>
      <View>
        {table ? (
          <DataTable
            {...shownTable(ORG_COLUMNS, rows)}
            page={tableRows(ORG_COLUMNS.length)}
            further={{ more, readMore }}
            onRow={i => into(rows[i]!)}
          />
        ) : (
          <OrgLines rows={rows} more={more} readMore={readMore} onOpen={into} />
        )}
      </View>
    </Section>
  )
}
