import { Text, View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import { MODES } from '@domain/quiz/modes'
import { paperOf, passWords, pointsOf } from '@domain/quiz/paper-record'
import { reportOf } from '@domain/quiz/report'
import { askedSlots, handInOf, type QuizSession } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { spellSeconds } from '@/components/duration'
import { ArticleRow } from '@/components/item-row'
import { ProgressLine } from '@/components/progress-line'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { back, open, replace, routes } from '@/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'
import { FriendPart } from './friend-part'
import { NextStep } from './next-step'
import { Reviewed } from './reviewed'

/** How it went, by shelf, what was wrong and why, what to read next. */
export function Summary({ session, questions }: { session: QuizSession; questions: Record<string, Question> }) {
  const { catalog } = useCatalog()
  const best = useMember(state => state.progress.bests[session.mode])
  const report = reportOf(session, Object.values(questions))
  const titleOf = (shelf: string) => catalog?.shelves.find(it => it.id === shelf)?.title ?? shelf
  const next = report.readNext.flatMap(it => findArticle(catalog, it.article) ?? []).slice(0, 3)
  const { suddenDeath, sessionSeconds } = MODES[session.mode]
  const untimed = handInOf(session)?.untimed
  const unanswered = report.total - report.answered
  const asked = askedSlots(session)
  const line = useSettings(state => state.passLine)
  const paper = paperOf(session, line)
  // Only what really got there: the phone may have had no room.
  const notebook = useMember(state => state.notebook)
  const noted = asked.filter(slot => slot.given && !slot.correct && notebook[slot.question]).length
  return (
    <View className="result">
      <Text className="result__title" {...a11y({ role: 'heading', level: 1 })}>
        {session.title}
      </Text>
      <View className="stats">
        <Stat value={report.correct} name={suddenDeath ? '连对' : `答对，共 ${report.total} 题`} red />
        {paper && <Stat value={`${pointsOf(paper)} 分`} name={passWords(paper)} />}
        {!paper && !suddenDeath && <Stat value={`${report.percent}%`} name="正确率" />}
        {suddenDeath && best !== undefined && (
          <Stat value={Math.max(best, untimed ? 0 : report.correct)} name="最多连对" />
        )}
      </View>
      <View className="result__note">
        {[
          (suddenDeath || sessionSeconds) && `用时 ${spellSeconds(report.seconds)}`,
          unanswered > 0 && !suddenDeath && `${unanswered} 题没答`,
          asked.some(slot => slot.missed) && '最后一题超时',
          untimed && '不限时练习，不计入最好成绩',
        ]
          .filter(Boolean)
          .join('；')}
      </View>
      {!session.own && <NextStep session={session} />}
      {session.mode === 'friend' && <FriendPart session={session} />}
      {!session.own && report.shelves.length > 1 && (
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
      <Reviewed
        title={suddenDeath ? '回顾这一次' : '没答对的'}
        aside={noted > 0 ? `${noted} 题已记入错题本` : undefined}
        slots={suddenDeath ? [...asked].reverse() : asked.filter(slot => !slot.correct)}
        questions={questions}
      />
      <View className="result__actions">
        <Button id="done" look="main" onPress={back}>
          完成
        </Button>
        {paper && (
          <Button id="to-paper" onPress={() => replace(routes.paper(paper.id))}>
            看卷：全部题目和出处
          </Button>
        )}
        {noted > 0 && (
          <Button id="to-notebook" onPress={() => replace(routes.notebook())}>
            看错题本
          </Button>
        )}
      </View>
    </View>
  )
}
