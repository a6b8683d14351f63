import { useState } from 'react'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Picks } from '@/components/picks'

interface Props {
  rows: readonly BranchWeekRow[]
  /** They are those of this week. */
  now: boolean
  /** The branch studied together: everybody is offered at once, and all at a tap. */
  together: boolean
  values: string[]
  onChange: (values: string[]) => void
}

/** Those without a phone first; the others at a tap. */
export function Who({ rows, now, together, values, onChange }: Props) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) {
    return now ? (
      <Empty title="名册还是空的" hint="先在“名册”里导入党员，才能给他们补记" />
    ) : (
      <Empty title="那一周支部里没有党员" hint="换一天再看" />
    )
  }
  const offline = rows.filter(row => row.offline)
  const offered = all || together || offline.length === 0 ? rows : offline
  return (
    <>
      <Picks
        id="offline-member"
        label="哪几位党员"
        values={values}
        options={offered.map(row => ({ value: row.member, text: row.name }))}
        onChange={onChange}
        all={together}
      />
      {offline.length > 0 && !together && (
        <Button id="offline-all" look="plain" onPress={() => setAll(!all)}>
          {all ? '只看不用手机的党员' : '还有别的党员'}
        </Button>
      )}
    </>
  )
}
