import { View } from '@tarojs/components'
import { useState } from 'react'
import { needOfHelp } from '@domain/district/help'
import { isRunning, reportingPeriodOf, tellingWeek } from '@domain/district/reporting-period'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useHelp } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { PeriodPicker } from '../period-picker'
import { LINES } from '../shown'

/** 哪些支部需要帮助: what an administrator sees first. */
export default function HelpPage() {
  return <AdminPage title="哪些支部需要帮助">{admin => <Help {...admin} />}</AdminPage>
}

function Help({ org, own, supervisor }: Admin) {
  const [period, setPeriod] = useState(() => tellingWeek(today()))
  const [shown, setShown] = useState(LINES)
  const help = useHelp(org, period.start)
  const early = tellingWeek(today()).start !== reportingPeriodOf('week', today()).start
  const to = (page: Parameters<typeof routes.district>[0]) => () => open(routes.district(page, { org }))
  return (
    <>
      <Section title="先看哪一周">
        <PeriodPicker period={period} onChange={setPeriod} weeksOnly />
        {early && isRunning(period, today()) && (
          <Notice>这一周才开始，谁都还不可能学满三天。看前一周更说明问题。</Notice>
        )}
      </Section>
      <OrgLoaded of={help} own={own}>
        {branches => {
          const listed = branches.flatMap(row => {
            const need = needOfHelp(row)
            return need ? [{ row, need }] : []
          })
          if (branches.length === 0) return <Empty title="这一周还没有数字" hint="每天夜里汇总一次；可以先看前一周" />
          if (listed.length === 0)
            return (
              <Empty title="这一周没有支部需要特别帮助" hint="没有哪个支部无人学习、明显减少，或者达标的不到四成" />
            )
          return (
            <Section title="可能需要帮助" aside={`${listed.length} 个支部`}>
              <View id="in-need">
                {listed.slice(0, shown).map(({ row, need }) => (
                  <Row
                    key={row.org}
                    id={`need-${row.org}`}
                    title={row.name}
                    note={need.facts}
                    meta={need.title}
                    onPress={() => open(routes.district('org', { org: row.org, week: period.start }))}
                  />
                ))}
              </View>
              {listed.length > shown && (
                <Button id="more-need" onPress={() => setShown(n => n + LINES)}>
                  再看一些
                </Button>
              )}
            </Section>
          )
        }}
      </OrgLoaded>
      <Section title="还可以看">
        <Row id="to-org" title="逐级查看" note="从上到下，一周一月的汇总和走势" onPress={to('org')} />
        <Row id="to-compare" title="规模相近的支部" note="人数差不多的放在一起看" onPress={to('compare')} />
        {supervisor && (
          <>
            <Row id="to-sample" title="随机抽查" note="随机看几位党员，写明原因" onPress={to('sample')} />
            <Row id="to-audit" title="谁看过什么" note="抽查、看名单、导出都有记录" onPress={to('audit')} />
          </>
        )}
      </Section>
    </>
  )
}
