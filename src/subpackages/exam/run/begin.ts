import { forMembers } from '@domain/text/for-members'
import { isOffline } from '@/feed/errors'
import { readAllQuestions } from '@/feed/feed'
import { useQuizSession } from '@/stores/quiz-session'
import { useUnfinished } from '@/stores/unfinished'
import { readBankQuestions } from '@/storage/own-banks'
import { keepsPlace, type Unfinished } from '@/storage/quiz-session'
import { choose, type Params } from './choose'

export type Beginning =
  | { status: 'loading' }
  /** `run` is the session’s id, as events call it. */
  | { status: 'ready'; session: string }
  /** `offline`: only the network is missing. */
  | { status: 'failed'; message: string; offline: boolean }
  | { status: 'empty'; title: string; hint: string; instead?: { text: string; url: string }[] }
  /** Another session is open, and only one is kept. */
  | { status: 'occupied'; by: Unfinished }

/**
 * Starts what the address asks for, or goes on with that session when it was interrupted. Another session with answers in it
 * is given up only when `giveUp` says so.
 */
export async function beginRun(params: Params, giveUp: boolean): Promise<Beginning> {
  try {
    const { start, resume } = useQuizSession.getState()
    await useUnfinished.getState().look()
    const { unfinished } = useUnfinished.getState()
    const poolOf = (bank?: string) => (bank ? readBankQuestions(bank) : readAllQuestions())
    if (params.resume) {
      if (unfinished && (await resume(await poolOf(unfinished.own)))) return begun()
      return { status: 'empty', title: '没有没答完的题', hint: '可以重新开始一次' }
    }
    const choice = await choose(params)
    if ('hint' in choice) return { status: 'empty', ...choice }
    const { request, questions, at } = choice
    if (unfinished && unfinished.mode === request.mode && unfinished.seed === request.seed) {
      if (await resume(await poolOf(unfinished.own))) return begun()
    }
    // A walk keeps its place by itself, and where nothing has been answered nothing is lost.
    const loses = unfinished && unfinished.answered > 0 && !keepsPlace(unfinished.mode)
    if (loses && !giveUp) return { status: 'occupied', by: unfinished }
    if (questions.length === 0) return { status: 'empty', title: '这里还没有题', hint: '先读读文章，换一个专项也行' }
    await start(request, questions, at)
    return begun()
  } catch (error) {
    const message = forMembers((error as Error).message, '请再试一次')
    return { status: 'failed', message, offline: isOffline(error) }
  }
}

const begun = (): Beginning => ({ status: 'ready', session: useQuizSession.getState().session!.id })

/** Goes on with the session that is open instead of the one asked for. */
export async function resumeOpen(): Promise<Beginning> {
  return beginRun({ resume: '1' }, false)
}
