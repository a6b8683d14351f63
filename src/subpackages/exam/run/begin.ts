import { planOn } from '@domain/feed/plan'
import type { Question, ShelfId } from '@domain/feed/types'
import type { RunRequest } from '@domain/quiz/run'
import { practiceSets, selectDaily, selectReview } from '@domain/quiz/select'
import { dueOn, openCards } from '@domain/review/notebook'
import { addDays } from '@domain/time/day'
import { readAllQuestions, readCatalog, readQuestions, readSchedule } from '@/services/feed/feed'
import { today } from '@/services/stamper'
import { useMember } from '@/stores/member'
import { useRun } from '@/stores/run'

export type Beginning =
  | { status: 'loading' }
  | { status: 'ready' }
  | { status: 'failed'; message: string }
  | { status: 'empty'; title: string; hint: string }

type Params = Partial<Record<string, string>>
type Choice = { request: Omit<RunRequest, 'id'>; questions: Question[] } | { title: string; hint: string }

/** Starts what the address asks for, or goes on with the run that was interrupted. */
export async function beginRun(params: Params): Promise<Beginning> {
  try {
    const { start, resume, unfinished } = useRun.getState()
    if (params.resume || isSame(params, unfinished?.mode)) {
      if (await resume(await readAllQuestions())) return { status: 'ready' }
      if (params.resume) return { status: 'empty', title: '没有没答完的题', hint: '可以重新开始一次' }
    }
    const choice = await choose(params)
    if ('hint' in choice) return { status: 'empty', ...choice }
    if (choice.questions.length === 0)
      return { status: 'empty', title: '这里还没有题', hint: '先读读文章，换一个专项也行' }
    await start(choice.request, choice.questions)
    return { status: 'ready' }
  } catch (error) {
    return { status: 'failed', message: (error as Error).message }
  }
}

/** Today's five are the same run until they are handed in. */
function isSame(params: Params, mode: string | undefined): boolean {
  return params.mode === 'daily' && mode === 'daily'
}

async function choose(params: Params): Promise<Choice> {
  const day = today()
  const { notebook, progress } = useMember.getState()
  switch (params.mode) {
    case 'daily': {
      const plan = planOn(await readSchedule(), day)
      const questions = selectDaily(await readAllQuestions(), {
        seed: day,
        due: dueOn(notebook, day),
        yesterday: [...(progress.recent[addDays(day, -1)] ?? []), ...(progress.recent[day] ?? [])],
        planned: plan?.questions,
      })
      return { request: { mode: 'daily', seed: day, set: `daily:${day}`, title: '每日五题' }, questions }
    }
    case 'article': {
      const article = (await readCatalog()).articles.find(it => it.id === params.article)
      if (!article) return { title: '没有这篇文章', hint: '它可能已经撤下' }
      const questions = (await readQuestions(article.shelf)).filter(it => it.evidence.article === article.id)
      return {
        request: { mode: 'article', seed: article.id, set: `article:${article.id}`, title: article.title },
        questions,
      }
    }
    case 'review': {
      const due = dueOn(notebook, day)
      const ids = due.length ? due : openCards(notebook).map(card => card.q)
      return {
        request: { mode: 'review', seed: day, title: '错题温习' },
        questions: selectReview(await readAllQuestions(), ids),
      }
    }
    default: {
      const shelf = params.shelf as ShelfId
      const title = (await readCatalog()).shelves.find(it => it.id === shelf)?.title ?? '专项练习'
      const sets = practiceSets(await readQuestions(shelf), `shelf:${shelf}`, 5)
      // The first set not handed in yet; when all are, they go round again and score no more.
      const open = sets.find(set => !progress.sets[set.id]) ?? sets[Number(day.slice(8)) % Math.max(1, sets.length)]
      return {
        request: { mode: 'practice', seed: open?.id ?? '', set: open?.id, title },
        questions: open?.questions ?? [],
      }
    }
  }
}
