import { useState } from 'react'
import { questionTitle } from '@domain/quiz/words'
import { openCards, dueOn } from '@domain/review/due'
import type { ShelfId } from '@domain/catalog/types'
import { formatRelativeDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { GroupName } from '@/components/group-name'
import { Row } from '@/components/row'
import { rowsAtOnce } from '@/components/rows-at-once'
import { Screen } from '@/layout/screen'
import { Stretched } from '@/layout/lists/stretched'
import { Section } from '@/components/section'
import { readAllQuestions } from '@/feed/feed'
import { open, routes, switchTab } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'
import { Exports } from './exports'

/** Rows that come with the page, and those that a tap brings. */
const FIRST = rowsAtOnce(24)
const MORE = rowsAtOnce(7)

/** What was answered wrong, when each comes up again, and the way out: right on three different days. */
export default function Notebook() {
  const { catalog } = useCatalog()
  const notebook = useMember(state => state.notebook)
  const [shelf, setShelf] = useState<ShelfId | 'all'>('all')
  const [shown, setShown] = useState(FIRST)
  const questions = useQuery('questions', readAllQuestions)
  const day = today()
  const all = openCards(notebook)
  const cards = openCards(notebook, shelf === 'all' ? undefined : shelf)
  const due = dueOn(notebook, day).length
  if (all.length === 0) {
    return (
      <Screen title="错题本" records>
        <Empty
          title="错题本是空的"
          hint="答错的题会自动记到这里，在三个不同的日子连续答对三次就移出"
          action={{ text: '去答题', onPress: () => switchTab('quiz') }}
        />
        <Exports cards={[]} />
      </Screen>
    )
  }
  const used = new Set(all.map(card => card.shelf))
  const shelves = (catalog?.shelves ?? []).filter(it => used.has(it.id)).map(it => ({ value: it.id, text: it.short }))
  return (
    <Screen
      title="错题本"
      records
      footer={
        <Button id="review" look="main" onPress={() => open(routes.run({ mode: 'review' }))}>
          {due > 0 ? `温习今天到期的 ${due} 题` : '提前温习'}
        </Button>
      }
    >
      <Section title="错题本" aside={`${all.length} 题`}>
        {shelves.length > 1 && (
          <Choice
            id="shelf"
            label="书架"
            value={shelf}
            options={[{ value: 'all' as const, text: '全部' }, ...shelves]}
            onChange={value => {
              setShelf(value)
              setShown(MORE)
            }}
          />
        )}
        {questions.status === 'failed' && <Failed {...questions} />}
        {questions.status === 'ready' && (
          <Stretched rows={cards} to={shown} of={shelf}>
            {(card, before) => {
              const ready = card.due <= day
              const question = questions.value.find(it => it.id === card.q)
              const when = ready ? '今天温习' : `${formatRelativeDay(card.due, day)}温习`
              return [
                (!before || before.due <= day !== ready) && (
                  <GroupName key={String(ready)}>{ready ? '今天温习' : '往后温习'}</GroupName>
                ),
                <Row
                  key={card.q}
                  id={`card-${card.q}`}
                  title={question ? questionTitle(question) : '这道题已经撤下'}
                  note={`连对 ${card.rights.length} / 3 天${DOT}${when}`}
                  onPress={
                    question &&
                    (() => open(routes.article(question.evidence.article, { block: question.evidence.block })))
                  }
                />,
              ]
            }}
          </Stretched>
        )}
        {cards.length > shown && (
          <Button id="more" onPress={() => setShown(n => n + MORE)}>
            再看 {Math.min(MORE, cards.length - shown)} 题
          </Button>
        )}
      </Section>
      <Section title="还可以">
        <Row id="to-knowledge" title="看知识报告" onPress={() => open(routes.knowledge())} />
      </Section>
      <Exports cards={cards} />
    </Screen>
  )
}
