import { isAboveBranches } from '@domain/contract/roles'
import { Text, View } from '@tarojs/components'
import { isArticle } from '@domain/progress/state'
import { studyDays } from '@domain/progress/study-day'
import { streakOf } from '@domain/streak/weeks'
import { a11y } from '@/components/a11y'
import { Row } from '@/components/row'
import { Recorded } from '@/layout/study/recorded'
import { Screen } from '@/layout/screen'
import { WeekStudy } from '@/layout/study/week-study'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'
import { useSession } from '@/stores/session'
import { useSettings } from '@/stores/settings'
import { Account } from './account'
import { BranchRows } from './branch-rows'
import { Heat } from './heat'
import { Points } from './points'
import { Shelves } from './shelves'
import { StreakNote } from './streak-note'
import { Years } from './years'

/** The member's own tracker: nobody else sees it. */
export default function Me() {
  const { day } = useDay()
  const { days, items } = useMember(state => state.progress)
  const recorded = useMember(state => state.status === 'ready')
  const catalog = useCatalog(state => state.catalog)
  const goals = useSettings(state => state.goals)
  const looksAfter = useSession(it => it.me?.roles.some(isAboveBranches))
  const streak = streakOf(studyDays(days), day, goals)
  const finished = Object.values(items).filter(it => it.finishedAt !== undefined)
  const articles = finished.filter(it => isArticle(it.item)).length
  const settings = (
    <View
      className="title-action"
      id="settings"
      onClick={() => open(routes.settings())}
      {...a11y({ role: 'button', label: '设置' })}
    >
      <Text>设置</Text>
    </View>
  )
  return (
    <Screen title="我的学习" tab="me" right={settings}>
      <Recorded>
        {/* Its place is there before the catalog is read. */}
        <View>{catalog && <Years catalog={catalog} items={items} day={day} />}</View>
        <View className="stats">
          <Stat value={streak.current} name="连续达标周" />
          <Stat value={articles} name="读完文章" />
          <Stat value={finished.length - articles} name="听看节目" />
        </View>
        <StreakNote streak={streak} />
        <Heat day={day} days={days} />
        <WeekStudy title="本周" day={day} days={days} />
        <Shelves items={items} />
      </Recorded>
      <Section title="支部">
        <View>
          <Account />
          <BranchRows />
        </View>
        <Row id="to-slip" title="学习单" note="给支部书记扫一扫，不用联网" onPress={() => open(routes.slip())} />
        <Row id="to-collect" title="收学习单" note="我是支部书记" onPress={() => open(routes.branchCollect())} />
        <View>
          {looksAfter && (
            <Row
              id="to-district"
              title="组织学习情况"
              note="各支部参学人数"
              onPress={() => open(routes.district('org'))}
            />
          )}
        </View>
      </Section>
      <Section title="更多">
        <Row id="to-badges" title="徽章" onPress={() => open(routes.badges())} />
        <Row id="to-week" title="一周小结" onPress={() => open(routes.week())} />
        <Row id="to-notes" title="我的笔记" onPress={() => open(routes.notes())} />
        <Row id="to-notebook" title="错题本" onPress={() => open(routes.notebook())} />
        {/* Last: a node put between others makes Taro send all of them again. */}
        {recorded && <Points day={day} days={days} />}
      </Section>
    </Screen>
  )
}
