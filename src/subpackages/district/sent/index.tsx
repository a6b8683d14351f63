import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import type { Sent } from '@domain/contract/sent-down'
import { SENT_KINDS } from '@domain/contract/sent-kinds'
import { shanghaiDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import type { Further } from '@/components/data-table/use-shown'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { oversightApi } from '@/api/oversight'
import { useCountedPages } from '@/hooks/pages'
import { open, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { ShownRows } from '../shown-rows'
import { One } from './one'
import '../act.scss'

/** 发过的: what was sent down, and what has become of one of them. */
export default function SentDownPage() {
  const { id } = useRouter().params
  return (
    <AdminPage title="发给支部的">
      {admin => (id ? <One key={id} id={id} {...admin} /> : <All key={admin.org} {...admin} />)}
    </AdminPage>
  )
}

function All({ org, own }: Admin) {
  const { first, readMore } = useCountedPages(`sent-${org}`, from => oversightApi(authorised, org).sent(from))
  // Coming back from one that was taken back.
  useDidShow(() => void first.reload())
  return (
    <View>
      <View className="district-act">
        <Button id="to-send" look="main" onPress={() => open(routes.district('send', { org }))}>
          发一项
        </Button>
      </View>
      <OrgLoaded of={first} own={own}>
        {({ head, rows, more }) =>
          rows.length === 0 ? (
            <Empty title="还没有发过" hint="任务和主题党日的主题，可以发给全部支部，也可以只发给几个" />
          ) : (
            <Section title="最近的在前" aside={`${head.total} 项`}>
              <Lines
                rows={rows}
                more={more}
                readMore={readMore}
                onPress={id => open(routes.district('sent', { org, id }))}
              />
            </Section>
          )
        }
      </OrgLoaded>
    </View>
  )
}

function Lines({ rows, more, readMore, onPress }: Further & { rows: readonly Sent[]; onPress: (id: string) => void }) {
  return (
    <ShownRows rows={rows} more={more} readMore={readMore} moreId="more-sent">
      {it => (
        <Row
          key={it.id}
          id={`sent-${it.id}`}
          title={it.title}
          note={`${SENT_KINDS[it.kind]}，${formatDay(shanghaiDay(Date.parse(it.at)))}发，${formatDay(it.due)}以前`}
          meta={`${it.branches} 个支部`}
          onPress={() => onPress(it.id)}
        />
      )}
    </ShownRows>
  )
}
