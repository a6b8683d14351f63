import { badges, type Badge } from '@domain/progress/badges'
import { shelfCompletion } from '@domain/progress/completion'
import { studyDays } from '@domain/progress/study-day'
import { streakOf } from '@domain/streak/weeks'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'

/** Badges for what takes staying power; none for opening the app, for speed, or for beating others. */
export default function Badges() {
  const { catalog } = useCatalog()
  const { items, days } = useMember(state => state.progress)
  const goals = useSettings(state => state.goals)
  if (!catalog) return <Screen title="徽章">{null}</Screen>
  const weeks = streakOf(studyDays(days), today(), goals).met
  const all = badges(items, shelfCompletion(catalog, items), weeks)
  const titleOf = (badge: Badge) => {
    if (badge.kind === 'items') return `学完 ${badge.need} 篇（集）`
    if (badge.kind === 'weeks') return badge.need === 52 ? '达标满一年（52 周）' : `达标满一季（${badge.need} 周）`
    return `学完整架：${catalog.shelves.find(it => it.id === badge.shelf)?.title ?? ''}`
  }
  const earned = all.filter(badge => badge.earned)
  const rest = all.filter(badge => !badge.earned)
  return (
    <Screen title="徽章" records>
      <Section title="得到的" aside={`${earned.length} 枚`}>
        {earned.map(badge => (
          <Row
            key={badge.id}
            id={`badge-${badge.shelf ?? badge.id.replace(':', '-')}`}
            title={titleOf(badge)}
            done
            meta={badge.shelf ? '看学完卡' : ''}
            onPress={badge.shelf && (() => open(routes.course('shelf', badge.shelf!)))}
          />
        ))}
        {earned.length === 0 && <Row title="还没有，慢慢来" />}
      </Section>
      <Section title="接着学会有的">
        {rest.map(badge => (
          <Row
            key={badge.id}
            title={titleOf(badge)}
            meta={`${badge.have} / ${badge.need}`}
            share={badge.need ? badge.have / badge.need : 0}
          />
        ))}
      </Section>
    </Screen>
  )
}
