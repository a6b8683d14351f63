import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import { ARCHIVE_DAYS, askable, pairsOf, pairsWords } from '@domain/quiz/which-first'
import { addDays, isDay, type Day } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { readCitedLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useWhichFirst } from '@/stores/which-first'
import { Asking } from './asking'
import './index.scss'

/** 哪件在先: five pairs of certain dates, today's or those of a day gone by. */
export default function WhichFirst() {
  const { day: today } = useDay()
  const { day: wanted = '' } = useRouter().params
  const day = isDay(wanted) && wanted <= today && wanted >= addDays(today, -ARCHIVE_DAYS) ? wanted : today
  const { days, load } = useWhichFirst()
  useEffect(() => void load().catch(() => undefined), [load])
  useShareAppMessage(() => {
    const answers = days?.[day] ?? []
    return {
      title: answers.length > 0 ? pairsWords(formatDay(day), answers) : '哪件在先：五对党史大事，谁先谁后',
      path: routes.whichFirst(),
    }
  })
  return (
    <Screen title="哪件在先">
      <Day key={day} day={day} today={today} />
    </Screen>
  )
}

function Day({ day, today }: { day: Day; today: Day }) {
  const { catalog } = useCatalog()
  const days = useWhichFirst(state => state.days)
  const ledger = useQuery('cited ledger', readCitedLedger)
  const pairs = useMemo(
    () => (catalog && ledger.status === 'ready' ? pairsOf(askable(ledger.value, catalog), day) : undefined),
    [catalog, ledger, day],
  )
  if (ledger.status === 'failed') return <Failed {...ledger} />
  if (!pairs || !days || ledger.status !== 'ready') return <Waiting>正在翻总账…</Waiting>
  return (
    <View>
      <Asking day={day} today={today} pairs={pairs} ledger={ledger.value} days={days} />
    </View>
  )
}
