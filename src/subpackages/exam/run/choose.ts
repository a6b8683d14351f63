import type { QuizMode } from '@domain/progress/events'
import { planOn } from '@domain/catalog/plan'
import { dailySet } from '@domain/progress/today'
import type { Question, ShelfId } from '@domain/catalog/types'
import { readFriendCode } from '@domain/quiz/friend'
import { readFriendMessage } from '@domain/quiz/friend-result'
import { MODES } from '@domain/quiz/modes'
import { paperFor } from '@domain/quiz/paper'
import { seeded, shuffle } from '@domain/quiz/random'
import type { SessionRequest } from '@domain/quiz/session'
import { practiceSets, selectChallenge, selectDaily, selectFriend, selectReview, sorted } from '@domain/quiz/select'
import { dueOn, openCards } from '@domain/review/due'
import { addDays } from '@domain/time/day'
import { readAllQuestions, readCatalog, readQuestions, readWeek } from '@/feed/feed'
import { routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useMember } from '@/stores/member'
import { readBankQuestions, readBanks } from '@/storage/own-banks'
import { readWalks } from '@/storage/quiz-session'
import { poolOf } from '../practice/pools'

/** Questions of a round of a unit's own. */
const OWN_SIZE = 10

export type Params = Partial<Record<string, string>>
export type Choice =
  | { request: Omit<SessionRequest, 'id'>; questions: Question[]; at?: number }
  /** Nothing to answer, and what can be done instead. */
  | { title: string; hint: string; instead?: { text: string; url: string }[] }

/** What each mode asks, from the address. The seed names the session: the same address goes on with the same session. */
export function choose(params: Params): Promise<Choice> {
  if (params.bank) return ownChoice(params.bank, params)
  const known = Object.keys(CHOOSERS).indexOf(params.mode ?? '') >= 0
  return CHOOSERS[known ? (params.mode as QuizMode) : 'practice'](params)
}

const CHOOSERS: Record<QuizMode, (params: Params) => Promise<Choice>> = {
  async daily() {
    const day = today()
    const { notebook, progress } = useMember.getState()
    const due = dueOn(notebook, day)
    if (progress.sets[dailySet(day)]) {
      const instead = [
        ...(due.length ? [{ text: `温习 ${due.length} 题`, url: routes.run({ mode: 'review' }) }] : []),
        { text: '再练几题', url: routes.practice() },
      ]
      return { title: '今天的五题答过了', hint: '明天有新的五题。还想答，可以练别的', instead }
    }
    const plan = planOn(await readWeek(day), day)
    const questions = selectDaily(await readAllQuestions(), {
      seed: day,
      due,
      yesterday: [...(progress.recent[addDays(day, -1)] ?? []), ...(progress.recent[day] ?? [])],
      planned: plan?.questions,
    })
    return { request: { mode: 'daily', seed: day, set: dailySet(day), title: '每日五题' }, questions }
  },

  async article(params) {
    const article = (await readCatalog()).articles.find(it => it.id === params.article)
    if (!article) return { title: '没有这篇文章', hint: '它可能已经撤下' }
    const questions = (await readQuestions(article.shelf)).filter(it => it.evidence.article === article.id)
    const request = { mode: 'article' as const, seed: article.id, set: `article:${article.id}`, title: article.title }
    return { request, questions }
  },

  async review() {
    const day = today()
    const { notebook } = useMember.getState()
    const due = dueOn(notebook, day)
    const ids = due.length ? due : openCards(notebook).map(card => card.q)
    const questions = selectReview(await readAllQuestions(), ids)
    return { request: { mode: 'review', seed: day, title: '错题温习' }, questions }
  },

  async practice(params) {
    if (params.question) return one(params.question)
    const { name, title, questions } = await poolOf(params)
    const sets = practiceSets(questions, name, params.size === '10' ? 10 : 5)
    const done = useMember.getState().progress.sets
    // The first set not handed in yet; when all are, they go round again and score no more.
    const open = sets.find(set => !done[set.id]) ?? sets[Number(today().slice(8)) % Math.max(1, sets.length)]
    const request = {
      mode: 'practice' as const,
      seed: open?.id ?? '',
      set: open?.id,
      title: open ? `${title} 第 ${open.number} 组` : title,
    }
    return { request, questions: open?.questions ?? [] }
  },

  sequence: params => walk('sequence', params),
  recite: params => walk('recite', params),

  async challenge(params) {
    const seed = params.seed ?? ''
    const questions = selectChallenge(await readAllQuestions(), seed)
    return { request: { mode: 'challenge', seed, title: '挑战', ...untimed(params) }, questions }
  },

  async exam({ seed, ...params }) {
    if (!seed) return { title: '还没有出卷', hint: '模拟考试从“答题”进去，先看规则再开始' }
    const { questions } = paperFor(await readAllQuestions(), seed)
    return { request: { mode: 'exam', seed, title: '模拟考试', ...untimed(params) }, questions }
  },

  async friend(params) {
    const code = readFriendCode(readFriendMessage(params.code ?? '').text ?? '')
    if (!code.ok) return { title: '好友码不对', hint: '回到好友挑战，再输一次' }
    const questions = selectFriend(await readAllQuestions(), code.challenge.seed)
    return { request: { mode: 'friend', seed: code.challenge.seed, title: '好友挑战' }, questions }
  },
}

/** The one that somebody has passed on. */
async function one(id: string): Promise<Choice> {
  const question = (await readAllQuestions()).find(it => it.id === id)
  if (!question) return { title: '没有这道题', hint: '它可能已经撤下' }
  return { request: { mode: 'practice', seed: `question:${id}`, title: '转来的一道题' }, questions: [question] }
}

const untimed = (params: Params) => (params.untimed ? { untimed: true } : {})

/** Questions of a unit's own bank: ten of them, all from where one was, or a paper. */
async function ownChoice(id: string, params: Params): Promise<Choice> {
  const [bank, questions] = await Promise.all([
    readBanks().then(all => all.find(it => it.id === id)),
    readBankQuestions(id),
  ])
  if (!bank) return { title: '这个题库已经删除', hint: '单位的表还在，就再读一次' }
  const request = { own: id, title: bank.name }
  if (params.mode === 'sequence') {
    const seed = `sequence:own-${id}`
    const place = (await readWalks())[seed]
    const at = Math.max(
      0,
      questions.findIndex(question => question.id === place),
    )
    return { request: { ...request, mode: 'sequence', seed }, questions, at }
  }
  const mode = params.mode === 'exam' ? 'exam' : 'practice'
  const seed = params.seed ?? ''
  const size = mode === 'exam' ? MODES.exam.size : OWN_SIZE
  const chosen = shuffle(questions, seeded(`own:${seed}`)).slice(0, size)
  return { request: { ...request, mode, seed, ...untimed(params) }, questions: chosen }
}

/** A shelf from its first question to its last, beginning where the member was. */
async function walk(mode: 'sequence' | 'recite', params: Params): Promise<Choice> {
  const id = params.shelf as ShelfId
  const shelf = (await readCatalog()).shelves.find(it => it.id === id)
  if (!shelf) return { title: '没有这一架', hint: '回到上一页另选一架' }
  const questions = sorted(await readQuestions(id))
  const seed = `${mode}:${id}`
  const place = (await readWalks())[seed]
  const at = Math.max(
    0,
    questions.findIndex(question => question.id === place),
  )
  const title = `${mode === 'recite' ? '背题' : '顺序练习'} · ${shelf.title}`
  return { request: { mode, seed, title }, questions, at }
}
