import { View } from '@tarojs/components'
import { useState } from 'react'
import { assignmentLine } from '@domain/branch/assignment-lines'
import type { SentBranch } from '@domain/contract/sent-down'
import { SENT_KINDS, type SentKind } from '@domain/contract/sent-kinds'
import { formatFullDay } from '@domain/time/format'
import { Button } from '@/components/button'
import type { Further } from '@/components/data-table/use-shown'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { oversightApi } from '@/api/oversight'
import { readCatalog } from '@/feed/feed'
import { useCountedPages } from '@/hooks/pages'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { back } from '@/navigation'
import { authorised } from '@/stores/session'
import type { Admin } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'
import { ShownRows } from '../shown-rows'
import '../act.scss'

/** One thing that was sent down: to whom, and what has become of it there, as on the roster. */
export function One({ org, own, id }: Admin & { id: string }) {
  const api = oversightApi(authorised, org)
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const { first, readMore } = useCountedPages(`sent-${org}-${id}`, from => api.sentOne(id, from))
  const takeBack = async () => {
    setAsking(false)
    if (await attempt(() => api.takeBack(id))) back()
  }
  return (
    <OrgLoaded of={first} own={own}>
      {({ head: { sent, total }, rows, more }) => (
        <>
          <Section title={sent.title} aside={SENT_KINDS[sent.kind]}>
            <Row title={formatFullDay(sent.due)} note={sent.kind === 'task' ? '最后一天' : '在这一天以前办'} />
            <View>{sent.note && <Row title={sent.note} note="说的话" />}</View>
            <View>{sent.by && <Row title={sent.by} note="谁发的" />}</View>
          </Section>
          <Items items={sent.items} />
          <Section title="各支部，按名册" aside={`${total} 个`}>
            <Lines kind={sent.kind} rows={rows} more={more} readMore={readMore} />
          </Section>
          <Note>
            {sent.kind === 'task'
              ? '完成由党员的手机自报，只作了解；不足 5 人的支部不显示人数。'
              : '开过，是发出以后到那一天，支部记过一次有人到会的主题党日。'}
          </Note>
          <Said said={said} />
          <View className="district-act">
            <Button id="sent-back" disabled={busy} onPress={() => setAsking(true)}>
              撤回
            </Button>
          </View>
          <Dialog
            open={asking}
            title={`撤回这项${SENT_KINDS[sent.kind]}？`}
            confirm="撤回"
            onConfirm={() => void takeBack()}
            onCancel={() => setAsking(false)}
          >
            {`${total} 个支部都不再看到它。已经学的、开的会都还在。撤回会记进操作记录。`}
          </Dialog>
        </>
      )}
    </OrgLoaded>
  )
}

/** What is in it, by the catalog of this device. */
function Items({ items }: { items: readonly string[] }) {
  const catalog = useQuery('catalog', readCatalog)
  if (items.length === 0) return null
  const titleOf = (item: string) => (catalog.status === 'ready' ? assignmentLine(catalog.value, item) : undefined)
  return (
    <Section title="学的内容" aside={`${items.length} 项`}>
      <View id="sent-items">
        {items.map(item => {
          const line = titleOf(item)
          return <Row key={item} kind={line?.kind} title={line?.title ?? item} />
        })}
      </View>
    </Section>
  )
}

function Lines({ kind, rows, more, readMore }: Further & { kind: SentKind; rows: readonly SentBranch[] }) {
  return (
    <ShownRows rows={rows} more={more} readMore={readMore} id="sent-branches" moreId="more-sent-branches">
      {row => (
        <Row key={row.org} title={row.name} meta={kind === 'theme' ? (row.held ? '开过' : '还没开') : doneWord(row)} />
      )}
    </ShownRows>
  )
}

const doneWord = ({ members, done }: SentBranch) =>
  members === undefined ? '人数少，不显示' : `完成 ${done} / ${members}`
