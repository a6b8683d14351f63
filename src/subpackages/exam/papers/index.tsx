import { useEffect, useState } from 'react'
import { isPassed, pointsOf } from '@domain/quiz/paper-record'
import { formatMinute } from '@domain/time/format'
import { DOT } from '@/components/dot'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { rowsAtOnce } from '@/components/rows-at-once'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { Stretched } from '@/layout/lists/stretched'
import { open, routes } from '@/navigation'
import { usePapers } from '@/stores/papers'

const PAGE = rowsAtOnce(8)

/** 历次成绩: every paper that was handed in, with its points and whether it was passed. */
export default function PapersPage() {
  const { papers, load } = usePapers()
  const [shown, setShown] = useState(PAGE)
  useEffect(() => void load(), [load])
  return (
    <Screen title="历次成绩">
      {!papers && <Waiting>正在取成绩…</Waiting>}
      {papers?.length === 0 && (
        <Empty
          title="还没有交过卷"
          hint="模拟考试交了卷，分数和每道题都记在这里，只在这部手机上"
          action={{ text: '去考一次', onPress: () => open(routes.timed('exam')) }}
        />
      )}
      {papers && papers.length > 0 && (
        <Section title="交过的卷" aside={`${papers.length} 份`}>
          <Stretched rows={papers} to={shown}>
            {paper => (
              <Row
                key={paper.id}
                id={`paper-${paper.id}`}
                title={`${pointsOf(paper)} 分${DOT}${isPassed(paper) ? '✓ 及格' : '没到及格线'}`}
                note={[
                  formatMinute(paper.at),
                  paper.own ? `自带题库《${paper.title}》` : paper.title,
                  paper.untimed && '不限时',
                ]
                  .filter(Boolean)
                  .join(DOT)}
                meta={`${paper.correct} / ${paper.total}`}
                onPress={() => open(routes.paper(paper.id))}
              />
            )}
          </Stretched>
          {papers.length > shown && (
            <Button id="more-papers" onPress={() => setShown(n => n + PAGE)}>
              再看 {Math.min(PAGE, papers.length - shown)} 份
            </Button>
          )}
        </Section>
      )}
    </Screen>
  )
}
