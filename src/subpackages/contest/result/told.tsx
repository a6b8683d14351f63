import { View } from '@tarojs/components'
import type { OwnResult } from '@domain/contract/contest-results'
import { bandTitle } from '@domain/contract/contest-limits'
import { spentWords } from '@domain/contest/words'
import { formatMinute } from '@domain/time/format'
import { DataTable } from '@/components/data-table'
import { Notice } from '@/components/notice'
import { Remark } from '@/components/remark'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { open, routes } from '@/navigation'
import { SavePool } from './save-pool'

/** The first column stays in sight. */
const WINNERS = ['姓名', '名次', '答对', '用时', '支部']
const TEAMS = ['队', '名次', '一共答对']

export function Told({ id, result }: { id: string; result: OwnResult }) {
  const { own, winners, unlisted, teams, voids, regradedAt, pool, sha256 } = result
  return (
    <>
      <View>
        {own ? (
          <>
            <View className="stats">
              <Stat value={`${own.right} / ${own.questions}`} name="答对" red />
              <Stat value={spentWords(own.spentMs)} name="用时" />
              {/* The last band is everybody: it says nothing. */}
              {own.band && own.band !== 'all' && <Stat value={bandTitle(own.band)} name="在有成绩的人里" />}
            </View>
            <Remark>
              先比答对几题，一样的再比用时。自己的名次在前一半的，只说在哪一段，不排第几；有成绩的不足五人，不说。取的是第{' '}
              {own.try} 次。{!own.complete && '这一次没有答到头，不说在哪一段，也没有证书。'}
            </Remark>
          </>
        ) : (
          <Notice>这一次您没有交过一题，没有成绩。</Notice>
        )}
      </View>
      <View>
        {voids.length > 0 && (
          <Notice>
            作废了 {voids.length} 题，遇到它的人都算对
            {regradedAt && `，${formatMinute(Date.parse(regradedAt))} 全部重算过`}：
            {voids.map(it => it.reason).join('；')}
          </Notice>
        )}
      </View>
      <View className="contest-apart">
        {own && (
          <>
            <Row
              id="to-review"
              title="看每一题"
              note="对的是什么、依据在哪里；有疑问可以提"
              onPress={() => open(routes.contest('review', { id }))}
            />
            <View>
              {own.complete && (
                <Row id="to-certificate" title="证书" onPress={() => open(routes.contest('certificate', { id }))} />
              )}
            </View>
          </>
        )}
      </View>
      <View>
        {winners.length > 0 && (
          <Section title="获奖名单" aside={`${winners.length} 人`}>
            <DataTable
              head={WINNERS}
              numbers={[false, true, true, true, false]}
              rows={winners.map(it => [
                it.name,
                `${it.place}`,
                `${it.right} / ${it.questions}`,
                spentWords(it.spentMs),
                it.branch,
              ])}
            />
          </Section>
        )}
      </View>
      <View>
        {unlisted && (
          <Remark>
            {`并列第 ${unlisted.place} 名的有 ${unlisted.people} 人，太多了，从这一名起没有列名字；自己的成绩在上面。`}
          </Remark>
        )}
      </View>
      <View>
        {teams.length > 0 && (
          <Section title="各队">
            <DataTable
              head={TEAMS}
              numbers={[false, true, true]}
              rows={teams.map(it => [it.name, `${it.place}`, `${it.right} 题`])}
            />
            <Remark>每队只算最好的几个人一共答对几题；不算参与率，人少的队不列。</Remark>
          </Section>
        )}
      </View>
      <View>{pool && <SavePool id={id} sha256={sha256} />}</View>
    </>
  )
}
