import { View } from '@tarojs/components'
import { MODES } from '@domain/quiz/modes'
import { dailySet } from '@domain/progress/today'
import { openCards, dueOn } from '@domain/review/due'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Tile } from '@/components/tile'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'
import { useUnfinished } from '@/stores/unfinished'
import { isWork, keepsPlace } from '@/storage/quiz-session'
import { Due } from './due'
import { WhichFirstRow } from './which-first-row'
import './index.scss'

/** What is due comes first; below it the other ways to answer, and the way back into a quiz that was interrupted. */
export default function Quiz() {
  const { notebook, progress } = useMember()
  const { unfinished, discard } = useUnfinished()
  const { day } = useDay()
  const due = dueOn(notebook, day).length
  const kept = openCards(notebook).length
  const five = progress.sets[dailySet(day)] !== undefined
  const { challenge, exam } = progress.bests
  const waits = unfinished && isWork(unfinished) ? unfinished : undefined
  const daily = () => open(routes.run({ mode: 'daily' }))
  return (
    <Screen title="答题" tab="quiz">
      <View>
        {waits && (
          <>
            {!keepsPlace(waits.mode) && (
              <Notice action={{ text: '放弃这次', onPress: () => void discard() }}>
                有一次没答完：{waits.title}，中断不计成绩
              </Notice>
            )}
            <Row
              id="resume"
              kind="续"
              title={`继续答 · ${waits.title}`}
              meta={keepsPlace(waits.mode) ? '' : `${waits.answered} / ${waits.total}`}
              onPress={() => open(routes.run({ resume: '1' }))}
            />
          </>
        )}
      </View>
      <Due due={due} five={five} onDaily={daily} />
      <Section title="今天">
        {(five || due > 0) && (
          <Row
            id="daily"
            kind="答"
            title="每日五题"
            note={five ? undefined : '各架混合，和昨天不重样'}
            meta={five ? '今天答过' : '约 2 分钟'}
            done={five}
            onPress={daily}
          />
        )}
        <WhichFirstRow />
        <Row
          id="notebook"
          kind="本"
          title="错题本"
          note={kept ? `${due} 题今天该温习` : '答错的题会到这里来'}
          meta={kept ? `${kept} 题` : ''}
          onPress={() => open(routes.notebook())}
        />
      </Section>
      <Section title="自己练">
        <View className="tiles">
          <Tile
            id="practice"
            title="专项练习"
            note="按书架、系列、人物、难易"
            onPress={() => open(routes.practice())}
          />
          <Tile
            id="sequence"
            title="顺序练习"
            note="一题不落，下次接着来"
            onPress={() => open(routes.walk('sequence'))}
          />
          <Tile id="recite" title="背题" note="题目和答案一起看" onPress={() => open(routes.walk('recite'))} />
          <Tile id="friend" title="好友挑战" note="和朋友答同样的十题" onPress={() => open(routes.friend())} />
        </View>
      </Section>
      <Section title="考一考">
        <View className="tiles">
          <Tile
            id="exam"
            title="模拟考试"
            note={exam === undefined ? '50 题，60 分钟' : `50 题，最好 ${exam} 题`}
            onPress={() => open(routes.timed('exam'))}
          />
          <Tile
            id="challenge"
            title="挑战"
            note={challenge === undefined ? `每题 ${MODES.challenge.questionSeconds} 秒` : `最多连对 ${challenge} 题`}
            onPress={() => open(routes.timed('challenge'))}
          />
        </View>
        <Row
          id="own-bank"
          title="自带题库"
          note="单位发的 Excel 题库，在这部手机上练和考"
          onPress={() => open(routes.ownBank())}
        />
        <Row id="papers" title="历次成绩" note="交过的卷，及格没有，错在哪里" onPress={() => open(routes.papers())} />
        <Row
          id="knowledge"
          title="知识报告"
          note="各架掌握得怎样，往后两周要温习多少"
          onPress={() => open(routes.knowledge())}
        />
      </Section>
    </Screen>
  )
}
