import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { CONTEST_STATES } from '@domain/contract/contest-limits'
import type { ContestDetail } from '@domain/contract/contests'
import { clockWords, triesWords, windowWords } from '@domain/contest/words'
import { contestDeskApi } from '@/api/contest-desk'
import { FactTable } from '@/components/fact-card'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { useAgain } from '@/hooks/again'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { Sealed } from '../contest/sealed'
import { ContestLoaded, OrganiserPage } from '../frame'
import { Draft } from './draft'
import { Running } from './running'

/** The service counts for some seconds after the close; milliseconds. */
const COUNTING_MS = 3_000

/** One contest, for whoever makes it: what is to be done next, and what has been. */
export default function ContestManagePage() {
  return <OrganiserPage title="办竞赛">{org => <Manage org={org} />}</OrganiserPage>
}

function Manage({ org }: { org: string }) {
  const { id = '' } = useRouter().params
  const read = useQuery(`manage-${org}-${id}`, contestDeskApi(authorised, org).of(id).read)
  useDidShow(() => void read.reload())
  useAgain(read.reload, read.status === 'ready' && read.value.state === 'settling' ? COUNTING_MS : undefined)
  return (
    <ContestLoaded of={read}>
      {detail => (
        <>
          <About detail={detail} />
          <Ways org={org} detail={detail} />
          <View>
            {detail.state === 'draft' ? (
              <Draft org={org} detail={detail} onChanged={read.reload} />
            ) : (
              <Running org={org} detail={detail} onChanged={read.reload} />
            )}
          </View>
          <View>
            {detail.pool?.sha256 && <Sealed contest={{ sha256: detail.pool.sha256, reveal: detail.settings.reveal }} />}
          </View>
        </>
      )}
    </ContestLoaded>
  )
}

function About({ detail: { settings, state, begun, finished } }: { detail: ContestDetail }) {
  const { title, clock, tries } = settings
  const facts = [
    { name: '时间', value: windowWords(settings) },
    { name: '计时', value: `${clockWords(clock)}，${triesWords(tries)}` },
    ...(state === 'draft' ? [] : [{ name: '参加', value: `${begun} 人看到了第一题，${finished} 人交了卷` }]),
  ]
  return (
    <>
      <View className="contest-title">{title}</View>
      <View id="contest-state" className="contest-by">
        {CONTEST_STATES[state]}
      </View>
      <FactTable facts={facts} />
    </>
  )
}

function Ways({ org, detail: { id, state, pool, appeals, voids } }: { org: string; detail: ContestDetail }) {
  const to = (page: 'edit' | 'pool' | 'preview' | 'results' | 'appeals', title: string, note: string) => (
    <Row id={`to-${page}`} title={title} note={note} onPress={() => open(routes.contest(page, { org, id }))} />
  )
  return (
    <View className="contest-apart">
      <View>{state === 'draft' && to('edit', '改设置', '时间、谁可以参加、出哪些题、结束以后公布什么')}</View>
      {to('pool', '题库', pool ? `${pool.total} 题` : '还没有导入：选一张 Excel 表')}
      <View>{pool && to('preview', '试看卷子', '参赛的人看到的样子，带答案')}</View>
      <View>{state === 'over' && to('results', '成绩', '名次、要看一看的、导出')}</View>
      <View>
        {state !== 'draft' && to('appeals', '疑问', appeals > 0 ? `${appeals} 件等您答复` : '参赛的人对题目的疑问')}
      </View>
      <View>
        {voids.length > 0 && (
          <Notice>作废的题：{voids.map(it => `第 ${it.number} 题（${it.reason}）`).join('；')}。成绩已经重算。</Notice>
        )}
      </View>
    </View>
  )
}
