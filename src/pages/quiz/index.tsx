import { openCards, dueOn } from '@domain/review/notebook'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Screen } from '@/frame/screen'
import { Section } from '@/components/section'
import { open, routes } from '@/services/navigation'
import { today } from '@/services/stamper'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useRun } from '@/stores/run'

/** Where a quiz starts: today's five, by shelf, and the notebook of wrong answers. */
export default function Quiz() {
  const { catalog, problem, load } = useCatalog()
  const { notebook, progress } = useMember()
  const { unfinished, discard } = useRun()
  const due = dueOn(notebook, today()).length
  const kept = openCards(notebook).length
  return (
    <Screen title="答题" tab="quiz">
      {unfinished && (
        <>
          <Notice action={{ text: '放弃这次', onPress: () => void discard() }}>
            有一次没答完：{unfinished.title}，中断不计成绩
          </Notice>
          <Row
            id="resume"
            kind="续"
            title={`继续答 · ${unfinished.title}`}
            meta={`${unfinished.answered} / ${unfinished.total}`}
            onPress={() => open(routes.run({ resume: '1' }))}
          />
        </>
      )}
      <Section title="每天">
        <Row
          id="daily"
          kind="答"
          title="每日五题"
          note={due > 0 ? `先温习 ${Math.min(5, due)} 道到期的错题` : '各架混合，和昨天不重样'}
          meta="约 2 分钟"
          onPress={() => open(routes.run({ mode: 'daily' }))}
        />
        <Row
          id="notebook"
          kind="本"
          title="错题本"
          note={kept ? `${kept} 题在本，${due} 题今天该温习` : '答错的题会到这里来'}
          meta={kept ? `${kept} 题` : ''}
          onPress={() => open(routes.notebook())}
        />
      </Section>
      <Section title="专项练习" aside="每组五题">
        {problem && <Failed message={problem} retry={() => void load()} />}
        {catalog?.shelves.map(shelf => {
          const { answered, correct } = progress.tally[shelf.id]
          return (
            <Row
              key={shelf.id}
              id={`practice-${shelf.id}`}
              title={shelf.title}
              meta={answered ? `答过 ${answered}，对 ${Math.round((100 * correct) / answered)}%` : '还没答过'}
              onPress={() => open(routes.run({ mode: 'practice', shelf: shelf.id }))}
            />
          )
        })}
      </Section>
    </Screen>
  )
}
