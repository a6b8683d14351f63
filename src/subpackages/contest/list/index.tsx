import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { OwnContest } from '@domain/contract/contest-entry'
import { windowWords } from '@domain/contest/words'
import { ownContests } from '@/api/own-contests'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage, organised } from '../frame'

/** 知识竞赛: what is open to the member, what comes, what is over. */
export default function ContestsPage() {
  return (
    <MemberPage title="知识竞赛">
      {me => (
        <>
          <Contests />
          <Section title="证书">
            <Row
              id="to-verify"
              title="核对一张证书"
              note="别人给您看的证书，看有没有改过；不用联网"
              onPress={() => open(routes.contest('verify'))}
            />
          </Section>
          <View>
            {organised(me).length > 0 && (
              <Row
                id="to-contest-desk"
                title="办竞赛"
                note="出题、定时间、看结果"
                onPress={() => open(routes.contest('desk'))}
              />
            )}
          </View>
        </>
      )}
    </MemberPage>
  )
}

function Contests() {
  const read = useQuery('contests', () => ownContests(authorised))
  useDidShow(() => void read.reload())
  return (
    <ContestLoaded of={read}>
      {list =>
        list.length === 0 ? (
          <Empty title="现在没有竞赛" hint="有了会在首页说一声；参加不参加，由您自己定" />
        ) : (
          <>
            <Part title="进行中" list={list.filter(it => it.state === 'open')} />
            <Part title="还没有开始" list={list.filter(it => it.state === 'coming')} />
            <Part title="办过的" list={list.filter(it => it.state === 'over' || it.state === 'settling')} />
          </>
        )
      }
    </ContestLoaded>
  )
}

function Part({ title, list }: { title: string; list: readonly OwnContest[] }) {
  if (list.length === 0) return null
  return (
    <Section title={title}>
      {list.map(it => (
        <Row
          key={it.id}
          id={`contest-${it.id}`}
          title={it.title}
          note={`${it.org}，${windowWords(it)}`}
          meta={stateWords(it)}
          onPress={() => open(routes.contest('contest', { id: it.id }))}
        />
      ))}
    </Section>
  )
}

/** How far the member is with it. */
function stateWords({ state, own, used, tries }: OwnContest): string {
  if (state === 'settling') return '正在算成绩'
  if (state === 'over') return own ? '看成绩' : '没有参加'
  if (state === 'coming') return ''
  if (own && own.state !== 'finished') return `答到第 ${Math.min(own.answered + 1, own.questions)} 题`
  if (used === 0) return '还没有答'
  return used < tries ? `还可以答 ${tries - used} 次` : '✓ 答完了'
}
