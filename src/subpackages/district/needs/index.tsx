import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { NeedsPage, NeedyBranch } from '@domain/contract/branch-needs'
import { BRANCH_NEEDS, BRANCH_NEED_IDS, type BranchNeed } from '@domain/district/branch-needs'
import { formatDay } from '@domain/time/format'
import { Empty } from '@/components/empty'
import type { Further } from '@/components/data-table/use-shown'
import { FilterBar } from '@/components/filter-bar'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { oversightApi } from '@/api/oversight'
import { useCountedPages } from '@/hooks/pages'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { needWord } from '../need-word'
import { Note } from '../note'
import { ShownRows } from '../shown-rows'
import { ContactSheet } from './contact-sheet'

/** 要帮一把的: branches that have something left to do together, as on the roster; nobody's study is in it. */
export default function NeedsOfBranches() {
  return <AdminPage title="要帮一把的支部">{admin => <Needs key={admin.org} {...admin} />}</AdminPage>
}

function Needs({ org, own }: Admin) {
  const asked = useRouter().params.need
  const [need, setNeed] = useState(BRANCH_NEED_IDS.find(it => it === asked))
  const [about, setAbout] = useState<NeedyBranch>()
  const { first, readMore } = useCountedPages(`needs-${org}-${need ?? ''}`, from =>
    oversightApi(authorised, org).needs(need, from),
  )
  const options = [{ value: '', text: '全部' }, ...BRANCH_NEED_IDS.map(value => ({ value, text: BRANCH_NEEDS[value] }))]
  return (
    <View>
      <FilterBar
        filters={[
          {
            ...{ id: 'need', label: '要帮什么', value: need ?? '', options },
            onChange: value => setNeed((value || undefined) as BranchNeed | undefined),
          },
        ]}
      />
      <OrgLoaded of={first} own={own}>
        {({ head, rows, more }) =>
          rows.length === 0 ? (
            <Empty title={need ? '这一项都办了' : '都办了'} hint="月报报了，会开了，实事没有过期的，手机也绑定了" />
          ) : (
            <>
              <Section title="按名册" aside={`${head.total} / ${head.branches} 个支部`}>
                <Lines key={need ?? ''} head={head} rows={rows} more={more} readMore={readMore} onPress={setAbout} />
              </Section>
              <Note>
                {`月报问的是 ${Number(head.month.slice(5))} 月的，开会从${formatDay(head.since)}算起。这里不看谁学得多少。点一个支部，记下联系过它。`}
              </Note>
            </>
          )
        }
      </OrgLoaded>
      <View>
        {about && (
          <ContactSheet
            org={org}
            branch={about}
            onClose={() => setAbout(undefined)}
            onDone={() => void first.reload()}
          />
        )}
      </View>
    </View>
  )
}

interface LinesProps extends Further {
  head: NeedsPage
  rows: readonly NeedyBranch[]
  onPress: (branch: NeedyBranch) => void
}

function Lines({ head, rows, more, readMore, onPress }: LinesProps) {
  return (
    <ShownRows rows={rows} more={more} readMore={readMore} id="needs" moreId="more-needs">
      {row => (
        <Row
          key={row.org}
          id={`need-${row.org}`}
          title={row.name}
          note={row.needs.map(need => needWord(need, head, row.deeds)).join('，')}
          meta={row.contact ? `${formatDay(row.contact.day)}联系过` : ''}
          onPress={() => onPress(row)}
        />
      )}
    </ShownRows>
  )
}
