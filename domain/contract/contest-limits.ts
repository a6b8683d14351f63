/** Numbers and words of 竞赛 that the app and the service must agree on. Where nothing else is said they are our own choice. */

/** Characters of a contest's title, and of what is told about it. */
export const CONTEST_TITLE = 40
export const CONTEST_NOTE = 500
/** Tries that one member may have. */
export const CONTEST_TRIES = 3
/** Questions of one paper. */
export const CONTEST_QUESTIONS = 100
/** Seconds that one question may be given, fewest and most. */
export const QUESTION_SECONDS = [10, 300] as const
/** Seconds that the whole paper may be given. */
export const PAPER_SECONDS = [60, 10_800] as const
/** A contest lasts from so many minutes to so many days. */
export const CONTEST_MINUTES_LEAST = 5
export const CONTEST_DAYS_MOST = 60
/** Questions of the practice round. */
export const CONTEST_PRACTICE = 20
/** Rows of a blueprint. */
export const BLUEPRINT_ROWS = 30
/** Winners that the result names. */
export const CONTEST_WINNERS = 100
/** A team's score is the sum of its best so many; a team of fewer has none. The least keeps a score from being about somebody. */
export const TEAM_BEST = [5, 50] as const
/** Contests of one organisation. */
export const CONTESTS_OF_ORG = 200
/** Characters of a reason, an appeal and its answer. */
export const APPEAL_WORDS = 300
/** Appeals that one member may write about one contest, one a question. */
export const APPEALS_OF_MEMBER = 10
/** Appeals are taken for so many days after the close. */
export const APPEAL_DAYS = 14
/** What somebody answered is deleted so many days after the close; how many were right, the time and the place stay. */
export const ANSWERS_KEPT_DAYS = 180

/** Questions of a pool, rows of its sheet, and bytes of the workbook. */
export const POOL_QUESTIONS = 2_000
export const POOL_BYTES = 2_000_000
/** Characters of a stem, an option, the proving words, the explanation and the topic. */
export const POOL_STEM = 500
export const POOL_OPTION = 200
export const POOL_BASIS = 500
export const POOL_EXPLAIN = 1_000
export const POOL_TOPIC = 20

/**
 * The most that the way to the service and back may count, milliseconds. What is measured below it is added to the time for an
 * answer, and to nothing else; a slower line gets no more.
 */
export const ALLOWANCE_MS = 2_000
/**
 * An answer that is given when the time ends, by the phone itself, is on its way a little longer than the measured line: so much later it
 * still counts, for everybody. Milliseconds.
 */
export const HANDED_IN_MS = 2_000
/** Measurements of one's line that count, the median of them; a phone makes three before the first question. */
export const CLOCK_SAMPLES = 5
/** Results, keys and the pool can be read so many seconds after the close: an answer on its way is waited for. */
export const SETTLE_SECONDS = 10
/** Starts that are let through in one second by one process of the service; the rest stand in line. */
export const STARTS_A_SECOND = 100
/** Places in line are given out so many minutes before the opening. */
export const TICKET_MINUTES_AHEAD = 5
/** A contest that is over stays in one's list for so many days. */
export const OVER_DAYS = 90

/** 409 and 503 words of the contest's routes, for the app; the sentence beside each is for the person. */
const CONTEST_ERRORS = [
  'not_open',
  'over',
  'not_over',
  'tries',
  'organiser',
  'ticket',
  'not_begun',
  'early',
  'answered',
  'taken_over',
  'finished',
  'busy',
  'changed',
  'state',
  'pool',
  'incomplete',
  'consent',
  'certificate',
  'quota',
] as const
export type ContestError = (typeof CONTEST_ERRORS)[number]

/** Kinds of questions that a contest asks. */
export const CONTEST_TYPES = { single: '单选', multiple: '多选', judge: '判断' } as const
export type ContestType = keyof typeof CONTEST_TYPES
/** As the column 难度 has them, and as they are stored. */
export const CONTEST_DIFFICULTIES = { 易: 1, 中: 2, 难: 3 } as const

/**
 * Columns of the sheet from which a pool is imported; the heading row may stand anywhere in the first twenty, columns in any
 * order. 选项 C to H, 难度, 主题 and 解析 may be missing. A judge question has no options.
 */
export const POOL_COLUMNS = [
  ...['题型', '题干', '选项A', '选项B', '选项C', '选项D', '选项E', '选项F', '选项G', '选项H'],
  ...['答案', '依据', '解析', '难度', '主题'],
] as const
/** What goes into each column, for the page and for the empty sheet. */
export const POOL_COLUMN_WORDS: readonly { column: string; needed: boolean; how: string }[] = [
  { column: '题型', needed: true, how: '单选、多选或判断；填空、排序、简答不收' },
  { column: '题干', needed: true, how: `题目，最多 ${POOL_STEM} 字；同一道题只写一次` },
  { column: '选项A 到 选项H', needed: true, how: '单选、多选至少两个，从 A 起不要空着跳过；判断题不填' },
  { column: '答案', needed: true, how: '选项的字母，如 B 或 ACD；判断题写“正确”或“错误”' },
  { column: '依据', needed: true, how: '凭什么：书名页码或文件名，和原话；赛后给参赛的人看' },
  { column: '解析', needed: false, how: '再说明几句；可以不填' },
  { column: '难度', needed: false, how: '易、中或难；不填算中' },
  { column: '主题', needed: false, how: `按主题抽题用，最多 ${POOL_TOPIC} 字；可以不填` },
]

/** `draft` until it is published, `coming` until it opens, `settling` for {@link SETTLE_SECONDS} after the close. */
export const CONTEST_STATES = {
  draft: '草稿',
  coming: '未开始',
  open: '进行中',
  settling: '正在算成绩',
  over: '已结束',
} as const
export type ContestState = keyof typeof CONTEST_STATES

/** One's own place, told as a band only: `share` of those who finished, in a hundred, from the best. None of fewer than five. */
export const BANDS = [
  { id: 'p1', share: 1, title: '前 1%' },
  { id: 'p5', share: 5, title: '前 5%' },
  { id: 'p10', share: 10, title: '前 10%' },
  { id: 'p25', share: 25, title: '前 25%' },
  { id: 'p50', share: 50, title: '前一半' },
  { id: 'all', share: 100, title: '完成竞赛' },
] as const
export type Band = (typeof BANDS)[number]['id']

/** What a band is called. */
export const bandTitle = (band: Band): string => BANDS.find(it => it.id === band)!.title
