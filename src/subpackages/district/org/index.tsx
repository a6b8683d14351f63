import { View } from '@tarojs/components'
import { useState } from 'react'
import { SMALLEST_TOLD } from '@domain/contract/limits'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { open, routes } from '@/navigation'
import { useOrg } from '@/hooks/district'
import { useLast } from '@/hooks/query'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { PeriodPicker } from '../period-picker'
import { Note } from '../note'
import { sizeWords } from '../shown'
import { carried, usePeriod } from '../use-period'
import { Breadcrumbs } from './breadcrumbs'
import { Children } from './children'
import { ExportSheet } from './export-sheet'
import { InvitesSheet } from './invites-sheet'
import { Needs } from './needs'
import { Trend } from './trend'

/** One organisation: its totals, its quarter, what lies under it. */
export default function OrgPage() {
  return <AdminPage title="组织学习情况">{admin => <Org key={admin.org} {...admin} />}</AdminPage>
}

function Org({ org, own, supervisor }: Admin) {
  const [period, setPeriod] = usePeriod()
  const [exporting, setExporting] = useState(false)
  const [inviting, setInviting] = useState(false)
  const { first, readMore } = useOrg(org, period)
  const head = useLast(first)?.head
  const missing = first.status === 'failed' && first.missing
  const along = carried(period)
  return (
    <View>
      <View>{head && <Breadcrumbs above={head.above} name={head.org.name} period={along} />}</View>
      <View>{head && head.org.type !== 'branch' && <Needs org={org} />}</View>
      <View>{!missing && <PeriodPicker period={period} onChange={setPeriod} />}</View>
      <OrgLoaded of={first} own={own}>
        {({ head: { org: place, totals, total }, rows, more }) => (
          <View>
            <View id="org-totals">
              {totals && totals.members > 0 ? (
                <View className="stats">
                  <Stat value={totals.studied} name="参学" red />
                  <Stat value={totals.members} name="应参" />
                  {place.type !== 'branch' && <Stat value={totals.branches} name="个支部" />}
                </View>
              ) : (
                <Empty
                  title="这段时间没有数字"
                  hint={`可以看前一段时间；新建的组织从建好那一周开始有数字，不足 ${SMALLEST_TOLD} 人的支部不显示`}
                />
              )}
              {totals && totals.small > 0 && place.type !== 'branch' && <Note>{sizeWords(totals) ?? ''}</Note>}
            </View>
            <Trend org={org} own={own} />
            {place.type !== 'branch' && (
              <View>
                <Children rows={rows} total={total} more={more} readMore={readMore} period={along} />
                <Section title="还可以看">
                  <Row
                    id="to-filed"
                    title="各支部月报"
                    note="哪些报了，会议几次、参学几人"
                    onPress={() => open(routes.district('filed', { org }))}
                  />
                  <Row
                    id="to-sent"
                    title="发给支部"
                    note="任务，主题党日的主题；发过的办得怎样"
                    onPress={() => open(routes.district('sent', { org }))}
                  />
                  <Row
                    id="to-visits"
                    title="抽查支部"
                    note="随机抽，去看，改好，办结"
                    onPress={() => open(routes.district('visits', { org }))}
                  />
                  <Row
                    id="to-invites"
                    title="各支部的邀请码"
                    note="一次生成，一张表"
                    onPress={() => setInviting(true)}
                  />
                  <Row id="to-export" title="导出" note="Excel 或 CSV" onPress={() => setExporting(true)} />
                  {supervisor && (
                    <>
                      <Row
                        id="to-sample"
                        title="随机抽查党员"
                        onPress={() => open(routes.district('sample', { org }))}
                      />
                      <Row id="to-audit" title="谁看过什么" onPress={() => open(routes.district('audit', { org }))} />
                    </>
                  )}
                </Section>
              </View>
            )}
          </View>
        )}
      </OrgLoaded>
      <View>
        <InvitesSheet org={org} open={inviting} onClose={() => setInviting(false)} />
        <ExportSheet org={org} period={period} open={exporting} onClose={() => setExporting(false)} />
      </View>
    </View>
  )
}
