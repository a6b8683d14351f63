import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { blueprintSize } from '@domain/quiz/exam'
import { MODES } from '@domain/quiz/modes'
import { TYPE_NAMES, paperFor, shortageWords } from '@domain/quiz/paper'
import { PASS_LINES } from '@domain/quiz/paper-record'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { FactTable } from '@/components/fact-card'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { readAllQuestions } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { stamp } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useSettings } from '@/stores/settings'
import { useQuery } from '@/hooks/query'
import './index.scss'

const RULES = {
  challenge: [
    { name: '怎么答', value: '一题一题往下答，答错或超时就结束' },
    { name: '时间', value: `每题 ${MODES.challenge.questionSeconds} 秒；看解析的时候不计时` },
    { name: '题目', value: '各架混合，选项次序打乱' },
    { name: '中断', value: '暂停或退出都会保存，时间停住' },
  ],
  exam: [
    { name: '时间', value: '60 分钟，到时自动交卷；暂停时题目收起来，时间停住' },
    { name: '答题', value: '可以跳着答、改答案、做标记，交卷前都算数' },
    { name: '中断', value: '退出会保存，不交卷不计成绩' },
    { name: '卷面', value: '题目按书架、题型、难易搭配，这个搭配是我们自己定的' },
  ],
}

/** The rules of a timed mode, before its clock starts; each has a form without limits. */
export default function Timed() {
  const mode = useRouter().params.mode === 'exam' ? 'exam' : 'challenge'
  const best = useMember(state => state.progress.bests[mode])
  const title = mode === 'exam' ? '模拟考试' : '挑战'
  const begin = async (untimed: boolean) => {
    // The seed stands in the address: a relaunch there goes on with the same session.
    const { id } = await stamp()
    open(routes.run({ mode, seed: id, ...(untimed ? { untimed: '1' } : {}) }))
  }
  return (
    <Screen title={title}>
      {best !== undefined && (
        <View className="stats">
          <Stat value={best} name={mode === 'exam' ? '最好一次答对' : '最多连对'} red />
        </View>
      )}
      <Section title={title}>
        <FactTable facts={RULES[mode]} />
      </Section>
      <View className="timed__actions">
        <Button id="begin" look="main" onPress={() => void begin(false)}>
          {mode === 'exam' ? '开始考试' : '开始挑战'}
        </Button>
        <Button id="begin-untimed" onPress={() => void begin(true)}>
          不限时练习
        </Button>
        <View className="timed__note">不限时的不计入最好成绩</View>
      </View>
      {mode === 'exam' && <PassLine />}
      {mode === 'exam' && <Paper />}
    </Screen>
  )
}

const LINES = PASS_LINES.map(value => ({ value, text: `${value} 分` }))

/** From where on a paper is passed, and the papers so far. */
function PassLine() {
  const { passLine, set } = useSettings()
  return (
    <Section title="及格线" aside="满分一百">
      <Choice
        id="pass-line"
        label="及格线"
        value={passLine}
        options={LINES}
        onChange={value => set({ passLine: value })}
      />
      <Row id="to-papers" title="历次成绩" note="每份卷的分数，点开看卷" onPress={() => open(routes.papers())} />
    </Section>
  )
}

/** What the paper holds, and honestly so when the pool cannot fill the standard one yet. */
function Paper() {
  const { catalog } = useCatalog()
  const pool = useQuery('questions', readAllQuestions)
  if (pool.status === 'failed') return <Failed {...pool} />
  if (pool.status === 'loading' || !catalog) return null
  const { blueprint, short } = paperFor(pool.value, 'look')
  const titleOf = (id: string) => catalog.shelves.find(shelf => shelf.id === id)?.short ?? id
  const facts = blueprint.shelves.map(({ shelf, easy, medium, hard }) => ({
    name: titleOf(shelf),
    value: `${easy + medium + hard} 题`,
  }))
  const types = blueprint.types.map(({ type, count }) => `${TYPE_NAMES[type]} ${count}`).join('，')
  return (
    <Section title="这份卷" aside={`${blueprintSize(blueprint)} 题`}>
      {short.length > 0 && (
        <Notice>
          题库还排不满标准卷：{short.map(it => shortageWords(it, titleOf)).join('；')}。先按题库现有的比例出题。
        </Notice>
      )}
      <FactTable facts={[...facts, { name: '题型', value: types }]} />
    </Section>
  )
}
