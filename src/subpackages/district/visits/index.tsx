import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Visit } from '@domain/contract/visits'
import { VISIT_STATES, VISITS_AT_ONCE, visitState } from '@domain/district/visits'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import type { Further } from '@/components/data-table/use-shown'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { idempotentSender } from '@/api/idempotency-key'
import { oversightApi } from '@/api/oversight'
import { useCountedPages } from '@/hooks/pages'
import { Said, useSaid } from '@/layout/states/said'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { isReason, ReasonField } from '../reason-field'
import { Note } from '../note'
import { ShownRows } from '../shown-rows'
import '../act.scss'

const SIZES = [1, 3, 5, 10, VISITS_AT_ONCE].map(value => ({ value, text: `${value} 个` }))

/** 抽查支部: branches drawn by chance, visited, put right, closed. */
export default function VisitsPage() {
  return <AdminPage title="抽查支部">{admin => <Visits key={admin.org} {...admin} />}</AdminPage>
}

function Visits({ org, own }: Admin) {
  const [drawing, setDrawing] = useState(false)
  const [few, setFew] = useState('')
  const { first, readMore } = useCountedPages(`visits-${org}`, from => oversightApi(authorised, org).visits(from))
  useDidShow(() => void first.reload())
  return (
    <View>
      <View className="district-act">
        <Button id="to-draw" look={drawing ? 'quiet' : 'main'} onPress={() => setDrawing(!drawing)}>
          {drawing ? '先不抽了' : '随机抽几个支部'}
        </Button>
      </View>
      <View className="district-form">
        {drawing && (
          <Draw
            org={org}
            onDrawn={(wanted, drawn) => {
              setDrawing(false)
              setFew(drawn < wanted ? `要抽 ${wanted} 个，只抽到 ${drawn} 个：别的支部都抽到过，还没有办结。` : '')
              void first.reload()
            }}
          />
        )}
      </View>
      <View id="few-drawn">{few && <Notice>{few}</Notice>}</View>
      <OrgLoaded of={first} own={own}>
        {({ head, rows, more }) =>
          rows.length === 0 ? (
            <Empty title="还没有抽过" hint="抽到的支部去看一看，写下看到了什么、什么时候改好" />
          ) : (
            <Section title="过了期限的在前" aside={`${head.total} 次`}>
              <Lines
                rows={rows}
                more={more}
                readMore={readMore}
                onPress={id => open(routes.district('visit', { org, id }))}
              />
            </Section>
          )
        }
      </OrgLoaded>
    </View>
  )
}

function Draw({ org, onDrawn }: { org: string; onDrawn: (wanted: number, drawn: number) => void }) {
  const [size, setSize] = useState(3)
  const [reason, setReason] = useState('')
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const draw = async () => {
    const what = { size, reason: reason.trim() }
    await attempt(async () => {
      const { drawn } = await send(form => oversightApi(authorised, org).draw({ ...what, ...form }))
      onDrawn(size, drawn.length)
    })
  }
  return (
    <Section title="抽几个">
      <Choice id="draw-size" label="抽几个支部" value={size} options={SIZES} onChange={setSize} />
      <ReasonField value={reason} hint="例如 四季度到支部看一看" onInput={setReason} />
      <Said said={said} />
      <View className="district-act">
        <Button id="draw-visits" look="main" disabled={busy || !isReason(reason)} onPress={() => void draw()}>
          抽
        </Button>
      </View>
      <Note>抽到谁由服务器随机定，谁也挑不了；随机数和原因写进操作记录，以后可以核对。还没办结的支部不会再抽到。</Note>
    </Section>
  )
}

function Lines({ rows, more, readMore, onPress }: Further & { rows: readonly Visit[]; onPress: (id: string) => void }) {
  const day = today()
  return (
    <ShownRows rows={rows} more={more} readMore={readMore} id="visits" moreId="more-visits">
      {it => (
        <Row
          key={it.id}
          id={`visit-${it.id}`}
          title={it.name}
          note={whenWord(it)}
          meta={VISIT_STATES[visitState(it, day)]}
          onPress={() => onPress(it.id)}
        />
      )}
    </ShownRows>
  )
}

/** `11月20日抽到，11月24日去过，12月8日以前改好`. */
function whenWord({ drawn, day, due, closed }: Visit): string {
  const words = [
    `${formatDay(drawn)}抽到`,
    day && `${formatDay(day)}去过`,
    closed ? `${formatDay(closed)}办结` : due && `${formatDay(due)}以前改好`,
  ]
  return words.filter(Boolean).join('，')
}
