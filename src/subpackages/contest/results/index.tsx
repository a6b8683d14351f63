import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ContestResults } from '@domain/contract/contest-results'
import { spentWords } from '@domain/contest/words'
import { contestDeskApi } from '@/api/contest-desk'
import { saveDownload } from '@/actions/save-download'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { useCountedPages } from '@/hooks/pages'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { authorised } from '@/stores/session'
import { ContestLoaded, OrganiserPage } from '../frame'
import { Flags } from './flags'

type ResultRow = ContestResults['rows'][number]

/** The first column stays in sight. */
const HEAD = ['姓名', '名次', '答对', '用时', '要看', '支部', '第几次', '补时']

/** The organiser's results: everybody who handed in, what a machine noticed for a person to judge, and the file. */
export default function ContestResultsPage() {
  return <OrganiserPage title="成绩">{org => <Results org={org} />}</OrganiserPage>
}

function Results({ org }: { org: string }) {
  const { id = '' } = useRouter().params
  const api = contestDeskApi(authorised, org).of(id)
  const { said, busy, attempt } = useSaid()
  const { first, readMore } = useCountedPages(`results-${org}-${id}`, api.results)
  const flags = useQuery(`flags-${org}-${id}`, api.flags)
  return (
    <ContestLoaded of={first}>
      {({ head: { total }, rows, more }) =>
        total === 0 ? (
          <Empty title="没有人交卷" hint="没有成绩可看" />
        ) : (
          <>
            <View className="contest-note">
              {total} 人交了卷。先比答对几题，再比用时；一样的并列。谁没有参加，这里没有名单，也不算。
            </View>
            <DataTable
              head={HEAD}
              numbers={[false, true, true, true, true, false, true, true]}
              rows={rows.map(cellsOf)}
              further={{ more, readMore }}
            />
            <Said said={said} />
            <View className="contest-actions">
              <Button
                id="results-xlsx"
                look="main"
                disabled={busy}
                onPress={() => void attempt(() => saveDownload(api.file('xlsx')), '成绩已经导出')}
              >
                导出 Excel
              </Button>
            </View>
            <Section title="要看一看的">
              <ContestLoaded of={flags}>{list => <Flags flags={list} />}</ContestLoaded>
            </Section>
          </>
        )
      }
    </ContestLoaded>
  )
}

const cellsOf = (it: ResultRow): string[] => [
  it.name,
  `${it.place}`,
  `${it.right} / ${it.questions}`,
  spentWords(it.spentMs),
  it.flags > 0 ? `${it.flags} 处` : '—',
  it.branch,
  `${it.try}`,
  it.allowanceMs >= 50 ? `${(it.allowanceMs / 1000).toFixed(1)} 秒` : '—',
]
