import { Text, View } from '@tarojs/components'
import type { Question } from '@domain/feed/types'
import { reportOf } from '@domain/quiz/report'
import type { Run } from '@domain/quiz/run'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { ArticleRow } from '@/components/item-row'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { back, open, replace, routes } from '@/services/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'

/** After a run: how it went, by shelf, what was wrong, what to read next. */
export function Result({ run, questions }: { run: Run; questions: Record<string, Question> }) {
  const { catalog } = useCatalog()
  const report = reportOf(run, Object.values(questions))
  const titleOf = (shelf: string) => catalog?.shelves.find(it => it.id === shelf)?.title ?? shelf
  const next = report.readNext.flatMap(it => findArticle(catalog, it.article) ?? []).slice(0, 3)
  return (
    <View className="result">
      <Text className="result__title" {...a11y({ role: 'heading', level: 1 })}>
        {run.title}
      </Text>
      <View className="stats">
        <Stat value={report.correct} name={`答对，共 ${report.total} 题`} red />
        <Stat value={`${report.percent}%`} name="正确率" />
      </View>
      {report.shelves.length > 1 && (
        <Section title="各架">
          {report.shelves.map(it => (
            <ProgressLine
              key={it.shelf}
              title={titleOf(it.shelf)}
              share={it.correct / it.total}
              text={`${it.correct} / ${it.total}`}
            />
          ))}
        </Section>
      )}
      {report.wrong.length > 0 && (
        <Section title="没答对的" aside="已记入错题本">
          {report.wrong.map(id => questions[id] && <Row key={id} title={questions[id].stem} />)}
        </Section>
      )}
      {next.length > 0 && (
        <Section title="接着读">
          {next.map(article => (
            <ArticleRow
              key={article.id}
              article={article}
              done={false}
              onPress={() => open(routes.article(article.id))}
            />
          ))}
        </Section>
      )}
      <View className="result__actions">
        <Button id="done" look="main" onPress={back}>
          完成
        </Button>
        {report.wrong.length > 0 && (
          <Button id="to-notebook" onPress={() => replace(routes.notebook())}>
            看错题本
          </Button>
        )}
      </View>
    </View>
  )
}
