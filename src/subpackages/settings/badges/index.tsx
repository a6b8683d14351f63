import { badges, daysOfGoalsMet, nearest } from '@domain/progress/badges'
import { shelfCompletion } from '@domain/progress/completion'
import { studyDays } from '@domain/progress/study-day'
import { formatFullDay } from '@domain/time/format'
import { BadgeLine } from '@/components/badge'
import { badgeTitle } from '@/components/badge/title'
import { DOT } from '@/components/dot'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { useAppearance } from '@/stores/appearance'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'

/** What is in reach: a list of all that one has not is no encouragement. */
const NEXT = 2

/** Badges for what takes staying power; none for opening the app, for speed, or for beating others. */
export default function Badges() {
  const { catalog } = useCatalog()
  const { theme } = useAppearance()
  const { items, days } = useMember(state => state.progress)
  const goals = useSettings(state => state.goals)
  if (!catalog) return <Screen title="徽章">{null}</Screen>
  const all = badges(items, shelfCompletion(catalog, items), daysOfGoalsMet(studyDays(days), goals))
  const earned = all.filter(it => it.earned).sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
  const next = nearest(all, NEXT)
  return (
    <Screen title="徽章" records>
      <Section title="得到的" aside={`${earned.length} 枚`}>
        {earned.map(({ shelf, on, ...badge }) => (
          <BadgeLine
            key={badge.id}
            id={`badge-${shelf ?? badge.id.replace(':', '-')}`}
            kind={badge.kind}
            title={badgeTitle({ ...badge, shelf }, catalog)}
            note={[on && `${formatFullDay(on)}得到`, shelf && '看学完卡'].filter(Boolean).join(DOT)}
            theme={theme}
            onPress={shelf && (() => open(routes.finished('shelf', shelf)))}
          />
        ))}
        {earned.length === 0 && <Row title="还没有，慢慢来" />}
      </Section>
      {next.length > 0 && (
        <Section title="接着学会有的">
          {next.map(badge => (
            <Row
              key={badge.id}
              title={badgeTitle(badge, catalog)}
              meta={`${badge.have} / ${badge.need}`}
              share={badge.have / badge.need}
            />
          ))}
        </Section>
      )}
    </Screen>
  )
}
