import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { tellingWeek } from '@domain/district/reporting-period'
import { formatWeek } from '@domain/time/format'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import type { SeenMember } from '@/api/orgs'
import { today } from '@/platform/phone/clock'
import { readNames, useOrg } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { PeriodPicker } from '../period-picker'
import { isReason, ReasonField } from '../reason-field'
import { SeenTable } from '../seen-table'

/** 看名单: the masked names of one branch, for a reason. */
export default function NamesPage() {
  return <AdminPage title="看名单">{admin => <Names {...admin} />}</AdminPage>
}

function Names({ org, own }: Admin) {
  const { week } = useRouter().params
  const [period, setPeriod] = useState(() => (week ? { kind: 'week' as const, start: week } : tellingWeek(today())))
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<{ week: string; members: SeenMember[] }>()
  const [problem, setProblem] = useState<string>()
  const { first } = useOrg(org, period)
  const look = async () => {
    setProblem(undefined)
    try {
      setSeen({ week: period.start, members: await readNames(org, reason.trim(), period.start) })
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <OrgLoaded of={first} own={own}>
      {({ head: { org: place } }) => (
        <View>
          <Notice>{`您要看的是${place.name}。别的支部只显示姓；谁、什么时候、为什么看，都写进记录，支部书记看得到。`}</Notice>
          <PeriodPicker period={period} onChange={setPeriod} weeksOnly />
          <ReasonField value={reason} hint="例如 走访前了解情况" onInput={setReason} />
          <View>{problem && <Notice tone="warning">{`没有读到：${problem}`}</Notice>}</View>
          <View className="district-act">
            <Button id="look" look="main" disabled={!isReason(reason)} onPress={() => void look()}>
              看名单
            </Button>
          </View>
          <View>
            {seen && (
              <Section title={`${seen.members.length} 人`} aside={formatWeek(seen.week)}>
                <SeenTable members={seen.members} />
              </Section>
            )}
          </View>
        </View>
      )}
    </OrgLoaded>
  )
}
