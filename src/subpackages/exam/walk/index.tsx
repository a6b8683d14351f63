import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sorted } from '@domain/quiz/select'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { readCatalog, readQuestions } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'
import { readWalks } from '@/storage/quiz-session'

const WORDS = {
  sequence: { title: '顺序练习', note: '从第一题做到最后一题，随时可以停，下次接着来。每题答完就说对错和依据。' },
  recite: { title: '背题', note: '题目和答案一起看，不作答、不记成绩，随时可以停，下次接着看。' },
}

async function readShelves(mode: string) {
  const [{ shelves }, places] = await Promise.all([readCatalog(), readWalks()])
  return Promise.all(
    shelves.map(async shelf => {
      const questions = sorted(await readQuestions(shelf.id))
      const at = questions.findIndex(question => question.id === places[`${mode}:${shelf.id}`])
      return { id: shelf.id, title: shelf.title, total: questions.length, at }
    }),
  )
}

/** A walk through one shelf: each keeps its place. */
export default function Walk() {
  const mode = useRouter().params.mode === 'recite' ? 'recite' : 'sequence'
  const [visit, setVisit] = useState(0)
  const shelves = useQuery(`${mode} ${visit}`, () => readShelves(mode))
  // Coming back from a session, the places have moved.
  useDidShow(() => setVisit(n => n + 1))
  const { title, note } = WORDS[mode]
  return (
    <Screen title={title}>
      <Notice>{note}</Notice>
      <Section title={title}>
        {shelves.status === 'failed' && <Failed {...shelves} />}
        {shelves.status === 'ready' &&
          shelves.value.map(shelf => (
            <Row
              key={shelf.id}
              id={`walk-${shelf.id}`}
              title={shelf.title}
              note={shelf.at > 0 ? `上次到第 ${shelf.at + 1} 题` : undefined}
              meta={`${shelf.total} 题`}
              share={shelf.at > 0 ? (shelf.at + 1) / shelf.total : undefined}
              onPress={() => open(routes.run({ mode, shelf: shelf.id }))}
            />
          ))}
      </Section>
    </Screen>
  )
}
