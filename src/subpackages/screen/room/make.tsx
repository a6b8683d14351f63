import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Theme } from '@domain/branch/theme-day'
import { ROOM_SECONDS } from '@domain/contract/room-limits'
import { roundTitle } from '@domain/room/game'
import type { RoomQuestion } from '@domain/room/question'
import { roundsOf } from '@domain/room/words'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { makeRoom } from '@/api/room'
import { Intro } from '../show/intro'

interface Props {
  theme: Theme
  questions: readonly RoomQuestion[]
  onMade: (code: string, key: string) => void
}

const HOW = [
  { value: 'all', text: '全是必答' },
  { value: 'mixed', text: '必答、判断、抢答' },
]
const SECONDS = ROOM_SECONDS.map(value => ({ value, text: value === 0 ? '不限时' : `${value} 秒` }))
const TEAMS = [0, 2, 3, 4, 6, 8].map(value => ({ value, text: value === 0 ? '不分队' : `${value} 队` }))

/** How the round is to be; nothing has to be changed for a good one. */
export function MakeRoom({ theme, questions, onMade }: Props) {
  const counts = [...new Set([5, 10, 20].map(it => Math.min(it, questions.length)))]
  const [count, setCount] = useState(Math.min(10, questions.length))
  const [how, setHow] = useState('mixed')
  const [seconds, setSeconds] = useState<(typeof ROOM_SECONDS)[number]>(30)
  const [teams, setTeams] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const rounds = roundsOf(questions.slice(0, count), how === 'mixed')
  const kinds = [...new Set(rounds.map(it => it.kind))]
  const words = kinds.map(kind => `${roundTitle(kind)} ${rounds.filter(it => it.kind === kind).length} 题`).join('，')
  const make = async () => {
    setBusy(true)
    try {
      const asked = rounds.map(({ question, kind }) => ({ id: question.id, kind }))
      const { code, key } = await makeRoom({ questions: asked, seconds, teams })
      onMade(code, key)
    } catch (error) {
      setFailed((error as Error).message)
      setBusy(false)
    }
  }
  return (
    <View>
      <Intro
        title={`手机一起答：${theme.title}`}
        note="大家用手机扫码进来，不用登录。两个人也能开，最多两百人。题目放在这块屏幕上，关题以后才有答案。"
      />
      <Section title="几道题">
        <Choice
          id="room-count"
          label="几道题"
          value={count}
          options={counts.map(value => ({ value, text: `${value} 题` }))}
          onChange={setCount}
        />
      </Section>
      <Section title="怎样答" aside={words}>
        <Choice id="room-how" label="怎样答" value={how} options={HOW} onChange={setHow} />
      </Section>
      <Section title="一题多久">
        <Choice id="room-seconds" label="一题多久" value={seconds} options={SECONDS} onChange={setSeconds} />
      </Section>
      <Section title="分队">
        <Choice id="room-teams" label="分几队" value={teams} options={TEAMS} onChange={setTeams} />
      </Section>
      <View>{failed && <Notice tone="warning">{failed}</Notice>}</View>
      <Button id="room-make" look="main" disabled={busy || count === 0} onPress={() => void make()}>
        开一场
      </Button>
    </View>
  )
}
