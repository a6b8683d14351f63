import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { CONTEST_STATES } from '@domain/contract/contest-limits'
import type { Me } from '@domain/contract/me'
import { orgNameOf } from '@domain/contract/roles'
import { windowWords } from '@domain/contest/words'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { useQuery } from '@/hooks/query'
import { open, replace, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { ContestLoaded, organised, OrganiserPage } from '../frame'

/** 办竞赛: what an organisation has made, the latest first. */
export default function ContestDeskPage() {
  return <OrganiserPage title="办竞赛">{(org, me) => <Desk key={org} org={org} me={me} />}</OrganiserPage>
}

function Desk({ org, me }: { org: string; me: Me }) {
  const read = useQuery(`contest-desk-${org}`, contestDeskApi(authorised, org).list)
  useDidShow(() => void read.reload())
  const own = organised(me).filter((it, i, all) => all.findIndex(other => other.org === it.org) === i)
  return (
    <>
      <View className="contest-title">{orgNameOf(me, org) ?? org}</View>
      <View>
        {own.length > 1 && (
          <Choice
            id="contest-org"
            label="替哪个组织办"
            value={org}
            options={own.map(it => ({ value: it.org, text: orgNameOf(me, it.org) ?? it.org }))}
            onChange={to => replace(routes.contest('desk', { org: to }))}
          />
        )}
      </View>
      <View className="contest-actions">
        <Button id="contest-new" look="main" onPress={() => open(routes.contest('edit', { org }))}>
          办一次
        </Button>
      </View>
      <ContestLoaded of={read}>
        {list =>
          list.length === 0 ? (
            <Empty title="还没有办过" hint="先写名称和时间，再导入题库；发布以前都能改，发布以后题库就封住" />
          ) : (
            <View id="contest-desk">
              {list.map(it => (
                <Row
                  key={it.id}
                  id={`manage-${it.id}`}
                  title={it.title}
                  note={`${windowWords(it)}，${it.questions} 题`}
                  meta={CONTEST_STATES[it.state]}
                  onPress={() => open(routes.contest('manage', { org, id: it.id }))}
                />
              ))}
            </View>
          )
        }
      </ContestLoaded>
    </>
  )
}
