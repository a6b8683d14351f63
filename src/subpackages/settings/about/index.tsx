import { View } from '@tarojs/components'
import type { EpisodeMeta } from '@domain/catalog/types'
import { strangers } from '@domain/errata/errata'
import { formatFullDay } from '@domain/time/format'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { ReportSheet } from '@/layout/report-sheet'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { hostAddress, isPackaged } from '@/feed/media'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useErrata } from '@/stores/errata'
import { useReports } from '@/stores/reports'
import { FeedbackRow } from './feedback-row'
import { reviewedWords } from './reviewed-words'
import './index.scss'

/** What this is and is not, with honest counts. */
export default function About() {
  const { catalog } = useCatalog()
  const spoken = catalog?.episodes.filter(exists).length ?? 0
  return (
    <Screen title="关于">
      <Section title={catalog?.brand.name ?? 'e起学党史'} aside={`版本 ${APP_VERSION}`}>
        <View>
          这是一个独立的开源项目，仿照“金水·e起学党史”的思路，按一个区的规模做成。它不属于任何组织，目前还没有用户，也还没有在手机微信里实际运行过。
        </View>
      </Section>
      {catalog && (
        <Section title="内容有多少">
          <Row title="文章" meta={`${catalog.articles.length} 篇`} />
          <Row title="节目文稿" meta={`${catalog.episodes.length} 集，其中 ${spoken} 集有声音`} />
          <Row title="题目" meta={`${catalog.counts.questions} 道`} />
          <Row title="史事与人物" meta={`${catalog.counts.events} 件，${catalog.counts.people} 人`} />
          <Row
            title="写明打开过的来源"
            meta={`${catalog.counts.sourced} / ${catalog.articles.length + catalog.episodes.length} 篇文章和文稿`}
          />
          <Row title="机器复读过" meta={`${catalog.counts.checked} / ${catalog.counts.items}`} />
          <Row title="已经人工审校" meta={`${catalog.counts.approved} / ${catalog.counts.items}`} />
        </Section>
      )}
      <Section title="内容从哪里来">
        <View>
          {reviewedWords(catalog?.counts.approved ?? 0)}
          机器复读是另一个程序再读一遍，挑得出一部分错，不能代替人。
        </View>
        <View>
          每篇末尾写明依据：打开过哪些来源，是谁发布的，哪一天查阅，读的是不是存档副本，点开能看到来源的原话；没有来源的写明是凭记忆撰写。文中带点线的日期、人名和数字记在一本总账里，由程序核对字面和总账是否一致，点开可以看到那一条的依据。
        </View>
        <View>声音是合成的，文件和页面上都有标注。</View>
      </Section>
      <Corrections />
      <Section title="竞赛证书">
        <Row
          id="to-verify"
          title="核对一张竞赛证书"
          note="看有没有改过，是谁签发的；不用登录，不用联网"
          onPress={() => open(routes.contest('verify'))}
        />
      </Section>
      <Section title="隐私">
        <View className="about__before">
          一个人学习不用登录，记录只存在这部手机上。什么会离开手机、什么不会，写在下面这一页里。
        </View>
        <Row id="to-privacy" title="隐私说明（草案，须法务确认）" onPress={() => open(routes.privacy())} />
      </Section>
      <Section title="开源软件">
        <Row
          id="to-licences"
          title="用到的开源软件"
          note="名称、版本和许可的原文"
          onPress={() => open(routes.licences())}
        />
      </Section>
      <Feedback />
      {catalog?.brand.contact && (
        <Section title="联系">
          <View>{catalog.brand.contact}</View>
        </Section>
      )}
      {catalog?.brand.filing && (
        <Section title="备案">
          <View>{catalog.brand.filing}</View>
        </Section>
      )}
      <ReportSheet />
    </Screen>
  )
}

/**
 * Whether this app has the sound or the film: what is made elsewhere is listed in the catalog too, but may not have been
 * made, and no film is in the package of WeChat.
 */
function exists({ media }: EpisodeMeta): boolean {
  return media !== undefined && media.bundled && (isPackaged(media) || hostAddress(media) !== undefined)
}

/** Where to say what one thinks, and where to complain. */
function Feedback() {
  const complaints = useCatalog(state => state.catalog?.brand.complaints)
  const openReport = useReports(state => state.openReport)
  return (
    <Section title="意见和投诉">
      <FeedbackRow onKeep={() => openReport({ about: 'app', words: '对这个应用的意见' })} />
      {complaints && <Row id="complaints" title="投诉建议" note={complaints} />}
    </Section>
  )
}

/** Which corrections are in force, and whether any could not be taken. */
function Corrections() {
  const { catalog } = useCatalog()
  const { errata, refused } = useErrata()
  const known = new Set([...(catalog?.articles ?? []), ...(catalog?.episodes ?? [])].map(it => it.id))
  const hidden = errata?.items.filter(it => it.hide).map(it => it.id) ?? []
  const strange = errata && catalog ? strangers(errata, known).filter(id => !hidden.includes(id)).length : 0
  return (
    <Section title="内容更正">
      {errata ? (
        <Row
          title={`第 ${errata.number} 号，${formatFullDay(errata.on)}`}
          meta={`${errata.items.length} 条`}
          note={strange > 0 ? `其中 ${strange} 条改的是这个版本里没有的文章` : undefined}
        />
      ) : (
        <View>这个版本发布以后，还没有收到过更正。</View>
      )}
      {refused && <Notice tone="warning">最近一次收到的更正没有采用：{refused}。内容还是原来的，不影响学习。</Notice>}
    </Section>
  )
}
