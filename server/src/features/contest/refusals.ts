import type { ContestError } from '../../../../domain/contract/contest-limits'
import { Problem } from '../../auth/problem'

const WORDS = {
  not_open: '竞赛还没有开始',
  over: '竞赛已经结束，不再收了；已经答的都在',
  not_over: '竞赛还没有结束，成绩和答案要等结束以后再看',
  tries: '次数用完了',
  organiser: '您是组织者，看得到题库，不能参加这一场',
  ticket: '还没有轮到，请再等一等',
  not_begun: '还没有开始答这份卷子',
  early: '前面的题还没有答',
  answered: '这一题已经交过，不能再改',
  taken_over: '已经在另一部手机上接着答了，这部手机上的停下了；要在这里答，请按“在这部手机上接着答”',
  finished: '这一次已经交卷',
  busy: '现在人多，请稍候，会自动再试；已经答的都在',
  changed: '别的手机上改过了，请重新打开再改',
  state: '已经发布，不能再改',
  pool: '题库没有导入：有的格子不能用',
  incomplete: '还不能发布',
  consent: '参加说明换了新的，请重新看过再开始',
  certificate: '这个服务还没有设证书密钥，请联系组织者',
  quota: '到了上限',
} satisfies Record<ContestError, string>

/** One of the contest's refusals, in its standard words or in `message`. */
export const refusal = (code: ContestError, message?: string, more?: object): Problem =>
  new Problem(409, code, message ?? WORDS[code], more)

/** 稍候: nothing has been touched; the same request may come again after `retryMs`. */
export const busy = (retryMs: number): Problem =>
  new Problem(503, 'busy', WORDS.busy, { retryMs }, Math.max(1, Math.ceil(retryMs / 1000)))
