import type { Catalog } from '@domain/catalog/types'
import { badges, daysOfGoalsMet } from '@domain/progress/badges'
import { shelfCompletion } from '@domain/progress/completion'
import { studyDays } from '@domain/progress/study-day'
import { BadgeLine } from '@/components/badge'
import { badgeTitle } from '@/components/badge/title'
import { open, routes } from '@/navigation'
import { useAppearance } from '@/stores/appearance'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'

/** A badge on the day it was earned, said once and quietly; tomorrow it is among the others. */
export function BadgeEarned({ catalog, day }: { catalog: Catalog; day: string }) {
  const { items, days } = useMember(state => state.progress)
  const goals = useSettings(state => state.goals)
  const { theme } = useAppearance()
  const all = badges(items, shelfCompletion(catalog, items), daysOfGoalsMet(studyDays(days), goals))
  const earned = all.filter(it => it.on === day)
  const latest = earned[earned.length - 1]
  if (!latest) return null
  return (
    <BadgeLine
      id="badge-today"
      kind={latest.kind}
      title={badgeTitle(latest, catalog)}
      note={earned.length > 1 ? `今天得到的徽章，共 ${earned.length} 枚` : '今天得到的徽章'}
      theme={theme}
      onPress={() => open(routes.badges())}
    />
  )
}
