import { MODES } from '@domain/quiz/modes'
import { openCards, dueOn } from '@domain/review/notebook'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'
import { useQuizSession } from '@/stores/quiz-session'
import { keepsPlace } from '@/storage/quiz-session'

/** Where every quiz starts, and the way back into the one that was interrupted. */
export default function Quiz() {
  const { notebook, progress } = useMember()
  const { unfinished, discard } = useQuizSession()
  const { day } = useDay()
  const due = dueOn(notebook, day).length
  const kept = openCards(notebook).length
  const daily = progress.sets[`daily:${day}`]
  const { challenge, exam } = progress.bests
  return (
    <Screen title="答题" tab="quiz">
      {unfinished && (
        <>
          {!keepsPlace(unfinished.mode) && (
            <Notice action={{ text: '放弃这次', onPress: () => void discard() }}>
              有一次没答完：{unfinished.title}，中断不计成绩
            </Notice>
          )}
          <Row
            id="resume"
            kind="续"
            title={`继续答 · ${unfinished.title}`}
            meta={keepsPlace(unfinished.mode) ? '' : `${unfinished.answered} / ${unfinished.total}`}
            onPress={() => open(routes.run({ resume: '1' }))}
          />
        </>
      )}
      <Section title="每天">
        <Row
          id="daily"
          kind="答"
          title="每日五题"
          note={due > 0 ? `五题，先温习 ${Math.min(5, due)} 道到期的错题` : '五题，各架混合，和昨天不重样'}
          meta="约 2 分钟"
          done={!!daily}
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
      <Section title="练习">
        <Row
          id="practice"
          kind="练"
          title="专项练习"
          note="按书架、系列、人物、难易，一组五题或十题"
          onPress={() => open(routes.practice())}
        />
        <Row
          id="sequence"
          kind="顺"
          title="顺序练习"
          note="一题不落，下次接着来"
          onPress={() => open(routes.walk('sequence'))}
        />
        <Row id="recite" kind="背" title="背题" note="题目和答案一起看" onPress={() => open(routes.walk('recite'))} />
      </Section>
      <Section title="检验">
        <Row
          id="challenge"
          kind="闯"
          title="挑战"
          note={`每题 ${MODES.challenge.questionSeconds} 秒，答错就结束；也可以不限时`}
          meta={challenge === undefined ? '' : `最多连对 ${challenge}`}
          onPress={() => open(routes.timed('challenge'))}
        />
        <Row
          id="exam"
          kind="考"
          title="模拟考试"
          note="50 题，60 分钟；也可以不限时"
          meta={exam === undefined ? '' : `最好 ${exam} 题`}
          onPress={() => open(routes.timed('exam'))}
        />
        <Row
          id="friend"
          kind="友"
          title="好友挑战"
          note="和朋友答同样的十题，先后都行"
          onPress={() => open(routes.friend())}
        />
        <Row
          id="knowledge"
          kind="知"
          title="知识报告"
          note="各架掌握得怎样，往后两周要温习多少"
          onPress={() => open(routes.knowledge())}
        />
      </Section>
    </Screen>
  )
}
