import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { POOL_COLUMN_WORDS, POOL_QUESTIONS } from '@domain/contract/contest-limits'
import type { ContestDetail } from '@domain/contract/contests'
import type { PoolAnswer } from '@domain/contract/contest-pool'
import { contestDeskApi, poolProblems } from '@/api/contest-desk'
import { saveDownload } from '@/actions/save-download'
import { Button } from '@/components/button'
import { FactTable } from '@/components/fact-card'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { takeWorkbook } from '@/platform/files/files'
import { authorised } from '@/stores/session'
import { ContestLoaded, OrganiserPage } from '../frame'
import { Checked } from './checked'
import { PoolRows } from './rows'

interface Sheet {
  name: string
  bytes: Uint8Array
  answer: PoolAnswer
}

/** 题库: in as an Excel sheet, looked through before anything changes, and what stands in it now. */
export default function ContestPoolPage() {
  return <OrganiserPage title="题库">{org => <Pool org={org} />}</OrganiserPage>
}

function Pool({ org }: { org: string }) {
  const { id = '' } = useRouter().params
  const read = useQuery(`pool-of-${org}-${id}`, contestDeskApi(authorised, org).of(id).read)
  return (
    <ContestLoaded of={read}>
      {detail => (
        <>
          <View>{detail.state === 'draft' && <Import org={org} detail={detail} onTaken={read.reload} />}</View>
          <View>
            {detail.state !== 'draft' && <Notice>题库发布的时候封住了，不能再换。题号照表里从上到下数。</Notice>}
          </View>
          <View>{detail.pool && <PoolRows key={detail.pool.total} org={org} id={id} total={detail.pool.total} />}</View>
        </>
      )}
    </ContestLoaded>
  )
}

function Import({
  org,
  detail: { id, pool },
  onTaken,
}: {
  org: string
  detail: ContestDetail
  onTaken: () => Promise<void>
}) {
  const desk = contestDeskApi(authorised, org)
  const api = desk.of(id)
  const [sheet, setSheet] = useState<Sheet>()
  const [how, setHow] = useState(false)
  const [checking, setChecking] = useState('')
  const { said, busy, attempt, say } = useSaid()
  const choose = () =>
    attempt(async () => {
      const chosen = await takeWorkbook()
      if (!chosen) return
      say(undefined)
      setSheet(undefined)
      setChecking(chosen.name)
      setSheet({ ...chosen, answer: await api.checkPool(chosen.bytes) })
    }).finally(() => setChecking(''))
  const take = async (chosen: Sheet) => {
    const apply = () =>
      api.applyPool(chosen.bytes).catch((error: unknown) => {
        const answer = poolProblems(error)
        if (answer) setSheet({ ...chosen, answer })
        throw error
      })
    if (!(await attempt(apply, `题库导入了 ${chosen.answer.total} 题`))) return
    setSheet(undefined)
    await onTaken()
  }
  return (
    <View className="contest-form">
      <Section title={pool ? '换一个题库' : '导入题库'}>
        <View className="contest-note">
          一行一题的 .xlsx 表格，最多 {POOL_QUESTIONS}{' '}
          题。先只检查，哪一格不对都会列出来，什么都不改；没有问题再由您确认导入。题库只存在服务上，结束以前只有您看得到。
        </View>
        <View className="contest-actions">
          <Button id="pool-in" look="main" disabled={busy} onPress={() => void choose()}>
            {sheet ? '换一个表格' : '选表格'}
          </Button>
          <Button
            id="pool-sheet"
            disabled={busy}
            onPress={() => void attempt(() => saveDownload(desk.sheet()), '空表格已经给您')}
          >
            要一张空表格
          </Button>
        </View>
        <View>
          {sheet && <Checked name={sheet.name} answer={sheet.answer} busy={busy} onTake={() => void take(sheet)} />}
        </View>
        <View>{checking && <Waiting>{`正在检查“${checking}”，题多的要几秒…`}</Waiting>}</View>
        <Said said={said} />
        <Button id="pool-how" look="plain" onPress={() => setHow(!how)}>
          {how ? '收起' : '每一列怎么填'}
        </Button>
        <View>{how && <FactTable facts={POOL_COLUMN_WORDS.map(it => ({ name: it.column, value: it.how }))} />}</View>
      </Section>
    </View>
  )
}
