import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type OrgRow, SIZE_CLASSES, type SizeClassId } from '@domain/contract/branch-report'
import type { ReportingPeriod } from '@domain/district/reporting-period'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { open, routes } from '@/navigation'
import { useComparison, useOrg } from '@/hooks/district'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { OrgLines } from '../org-lines'
import { PeriodPicker } from '../period-picker'
import { carried, usePeriod } from '../use-period'
import { SpreadPart } from './spread-part'

interface InPeriod extends Admin {
  period: ReportingPeriod
  onPeriod: (period: ReportingPeriod) => void
}

/** 规模相近的支部: branches beside others of about their size. */
export default function ComparePage() {
  const { about } = useRouter().params
  const [period, onPeriod] = usePeriod()
  return (
    <AdminPage title="规模相近的支部">
      {admin =>
        about ? (
          <AboutBranch {...admin} period={period} onPeriod={onPeriod} branch={about} />
        ) : (
          <Compare {...admin} period={period} onPeriod={onPeriod} />
        )
      }
    </AdminPage>
  )
}

/** Opened from a branch: its own class of size, and where it stands among them. */
function AboutBranch({ branch, ...rest }: InPeriod & { branch: string }) {
  return (
    <OrgLoaded of={useOrg(branch, rest.period).first} own={rest.own}>
      {({ head: { totals } }) => <Compare {...rest} about={totals} />}
    </OrgLoaded>
  )
}

const sizeOf = (members: number): SizeClassId =>
  SIZE_CLASSES.find(it => members >= it.from && members <= it.to)?.id ?? 'm'

/** A branch of the district has about 22 members. */
const USUAL_SIZE = 22

function Compare({ org, own, period, onPeriod, about }: InPeriod & { about?: OrgRow | undefined }) {
  const [size, setSize] = useState<SizeClassId>(() => sizeOf(about?.members ?? USUAL_SIZE))
  const { first, readMore } = useComparison(org, period, size)
  const title = SIZE_CLASSES.find(it => it.id === size)!.title
  const mine = about && sizeOf(about.members) === size ? about : undefined
  return (
    <View>
      <PeriodPicker period={period} onChange={onPeriod} />
      <Choice
        id="size"
        label="支部多大"
        value={size}
        options={SIZE_CLASSES.map(it => ({ value: it.id, text: it.title }))}
        onChange={setSize}
      />
      <OrgLoaded of={first} own={own}>
        {({ head: { spread }, rows, more }) =>
          spread.total === 0 ? (
            <Empty title={`${title}的支部没有数字`} hint="换一个大小，或者看前一段时间" />
          ) : (
            <View>
              <SpreadPart title={`${title}的支部`} spread={spread} about={mine} />
              <Notice>只比达标的人占多少，不比积分，也不排名次。</Notice>
              <OrgLines
                rows={rows}
                more={more}
                readMore={readMore}
                onOpen={row => open(routes.district('org', { org: row.org, ...carried(period) }))}
              />
            </View>
          )
        }
      </OrgLoaded>
    </View>
  )
}
