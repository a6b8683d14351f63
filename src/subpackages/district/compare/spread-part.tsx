import { View } from '@tarojs/components'
import { useState } from 'react'
import { metShare, type OrgRow } from '@domain/contract/branch-report'
import type { Spread } from '@domain/district/spread'
import { Button } from '@/components/button'
import { SpreadChart, tenthName } from '@/components/chart-spread'
import { DataTable } from '@/components/data-table'
import { Section } from '@/components/section'
import { useChartLook } from '../chart-look'
import { Note } from '../note'

interface Props {
  title: string
  spread: Spread
  /** The branch the page is about, when it is of this size. */
  about: OrgRow | undefined
}

/** How branches of one size are spread over the share of members who met their goal, as a picture and as a table. */
export function SpreadPart({ title, spread, about }: Props) {
  const [table, setTable] = useState(false)
  const look = useChartLook()
  const share = about && metShare(about)
  const toggle = (
    <Button id="spread-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title={title} aside={toggle}>
      <View id="spread-words">
        {`共 ${spread.total} 个，居中的一个达标率 ${spread.median}%。`}
        {about && share !== undefined && `${about.name}有 ${about.members} 人，达标率 ${share}%。`}
      </View>
      <View>
        {table ? (
          <DataTable
            head={['达标率', '支部数']}
            rows={spread.tenths.map((count, i) => [tenthName(i), String(count)])}
          />
        ) : (
          <View>
            <SpreadChart
              title={`${title}按达标率分布`}
              tenths={spread.tenths}
              look={look}
              {...(share !== undefined && { marked: Math.min(9, Math.floor(share / 10)) })}
            />
            <Note>
              {`横着是达标率（%），每格 10；柱子上的数是支部个数${share === undefined ? '' : '，深色那格里有这个支部'}。`}
            </Note>
          </View>
        )}
      </View>
    </Section>
  )
}
