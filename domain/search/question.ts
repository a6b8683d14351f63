import { plainForm } from './plain-form'

/** What a question wants to know. `words`: none of the others, so a sentence that has all of its words. */
export type AskedKind = 'when' | 'figure' | 'age' | 'where' | 'who' | 'why' | 'what' | 'words'

export interface Question {
  kind: AskedKind
  /** The question without what only asks; spaces where something was taken out. */
  rest: string
  /** What is counted, as a pattern for what follows a number: 天 of 打了多少天. */
  unit?: RegExp
  /** What was asked with, for 家乡 and 几点. */
  asking: string
}

/** Said before a question and after it, for politeness or for breath. */
const AROUND =
  /^(?:(?:我|俺)?(?:还|就)?想(?:要)?(?:问|知道|了解|打听)(?:一下|下|问|一问)?|(?:请|麻烦)?(?:问|教)(?:您|你)?(?:一下|问|下)?|跟您打听(?:一下)?|(?:给|跟)我(?:说说|讲讲)|你(?:知道|说)|谁知道|那(?:个|年|会儿)|话说|咱们?国家?|我们(?:国家|党)?|我国)+/
const AFTER = /(?:[?？!！。.,，、 ]|呀|啊|呢|吧|哪|嘛|来着|的呀|的啊|你知道吗|知道吗)+$/

/** In this order: 为什么 before 什么, 打了几年 before 几年. */
const KINDS: [AskedKind, RegExp][] = [
  [
    'why',
    /(?:是)?(?:因)?为(?:什么|啥|何|的是什么|的啥)(?:要|会|能)?|(?:是)?(?:什么|啥)(?:原因|缘故)|(?:的)?(?:原因|起因|缘由)(?:是|在于)?(?:什么|啥|哪里|哪)?|怎么就|咋就|怎么会|咋会|凭(?:什么|啥)|图(?:什么|个啥|啥)/,
  ],
  [
    'age',
    /(?:是)?多大(?:年纪|岁数|年龄|了)?(?!的|面积)|(?:是)?(?:几|多少)(?:周)?岁(?:了)?|(?:多大)?(?:年纪|岁数|年龄)(?:是)?(?:多少|多大)?/,
  ],
  [
    'figure',
    /(?:用|花|打|过|走|坐|住|干|守|学|待|挖|修|建|历时|持续|坚持|一共|总共|经过)了?(?:几|多少)个?(?:年|天|个?月|小时|日)|多(?:长|久)时间|多久|(?:一?共|总共|大约|大概|有|是)?多少|(?:有)?多(?:长|高|远|重|宽|深|快|厚)|(?:有|共)?几(?=[个人名位户次条章册部项座枚场艘架门响票省种斤吨亩元块分编本里公米千万百届支路批幅首句段])/,
  ],
  [
    'when',
    /(?:是)?(?:在|从)?(?:(?:什么|啥)(?:时候|时间|时侯|日子|年月|年份|时)|哪(?:一|个)?(?:年|天|日|月)(?:份)?(?:几月几[日号]|几月)?(?:的事(?:情|儿)?)?|几(?:几)?年(?:几月)?(?:几[日号])?|几月(?:份)?(?:几[日号])?|几[日号]|几点(?:钟)?|何(?:时|年|月|日)|几时|多(?:会儿|咱|早晚)|哪会儿)/,
  ],
  [
    'where',
    /(?:是)?(?:在|到|从|于)?(?:(?:什么|啥)(?:地方|地点|位置|城市)|哪(?:里|儿|块|疙瘩)(?:的)?(?:人)?|哪(?:一)?个?(?:省|市|县|村|镇|城市|地方|地区|国家|国)(?:的)?(?:人)?|何(?:地|处)|哪(?=[?？呀啊呢]*$))|(?:的)?(?:老家|家乡|籍贯|故乡)(?:是|在|是在)?(?:哪里|哪儿|哪|什么地方)?(?:的)?(?:人)?/,
  ],
  [
    'who',
    /(?:都|又)?(?:是|有)?(?:由|被|叫|让|跟|和|同)?(?:谁(?:们)?|哪(?:些|几|一)?(?:个|位|名)?人|哪(?:几|一)?[位个](?:同志|英雄|烈士|领导)?|(?:什么|啥)人)/,
  ],
  [
    'what',
    /(?:什么|啥)(?:是|叫(?:做)?)|(?:是|叫|指)(?:的)?(?:一)?个?(?:什么|啥)(?:意思|东西|会议|会|事|样的|样)?|(?:是)?(?:怎么|咋)(?:一?回事(?:儿)?|来的|样)|(?:都|主要)?(?:讲|说|写|干|做|通过|决定|解决|提出)(?:了|的)?(?:是)?(?:些|个)?(?:什么|啥|哪些)(?:内容|事|问题|决议)?|(?:什么|啥)意思|(?:有)?(?:什么|啥|何)(?:意义|作用|影响|内容)|(?:的)?(?:意义|内容|经过|简介|由来|来历)(?:是)?(?:什么|啥)?|介绍(?:一下)?|^(?:说说|讲讲|说一说|讲一讲)/,
  ],
  ['words', /怎么(?:样)?|怎样|如何|咋|什么|啥|哪(?:些|几|个)?|几|吗|是不是|有没有|是否|对不对/],
]

const UNITS: [RegExp, RegExp][] = [
  [/多久|多长时间/, /天|日|年|个?月|小时|昼夜|分钟/],
  [/多长/, /公里|千米|米|里|天|年|小时|个月/],
  [/多(?:高|深|厚|宽)/, /米|层|丈|尺/],
  [/多远/, /公里|里|米/],
  [/多重/, /公斤|千克|克|吨|斤/],
  [/多快/, /公里|千米|米/],
]
/** After 多少 or 几: what is counted, when it is a measure. 人 is counted in several. */
const MEASURE =
  /^(?:个)?(人(?!民|大代)|钱|天(?!安|津)|日(?!本|军)|年(?!轻)|个月|月(?!球)|小时|次|条(?!约|件)|章(?!程)|户|名(?!字)|位(?!置)|万|亿|里(?!程)|公里|米|吨|斤|公斤|亩|元(?!帅)|块|票|响|门(?!口)|项|座|枚|场|艘|架|省|种|编|册|部(?!队|门)|本|届|国(?!家|民)|支|首|句|幅|岁|路|批)/
const ALIKE: Record<string, RegExp> = {
  人: /人|名|位|余人/,
  名: /人|名|位/,
  位: /人|名|位/,
  钱: /元|美元|块|角|分|银元|大洋|两/,
  元: /元/,
  块: /元|块/,
  天: /天|日|昼夜/,
  日: /天|日/,
  年: /年|载/,
  月: /个?月/,
  个月: /个?月/,
  里: /里|公里/,
  国: /国|个国家/,
  票: /票/,
}

/** Whether a query is a question rather than a word to look for. */
export const isQuestion = (query: string): boolean =>
  /[?？吗呢]$/.test(query) ||
  KINDS.some(([kind, asks]) => kind !== 'words' && asks.test(query) && ASKS.test(query)) ||
  /怎[么样]|如何|为何/.test(query)

/** Without one of these 原因, 老家 and 意义 are words to look for. */
const ASKS = /什么|啥|哪|谁|何|几|多[少大长高远重宽深快久厚]|咋|怎/

/** 上的天, 投的降: a word that people part. */
const joined = (question: string): string =>
  question.replace(/(上|投|入|去|过|参|当|建|开|结|出|毕)的(天|降|党|世|军|兵|国|工|婚|业)/g, '$1$2')

/** Reads what is asked for; the same words in every order of a sentence. */
export function readQuestion(query: string): Question {
  const bare = joined(
    query
      .trim()
      .replace(AFTER, '')
      .replace(AROUND, '')
      .replace(/^[，,、 ]+/, ''),
  )
  const found = KINDS.find(([, asks]) => asks.test(bare))
  if (!found) return { kind: 'words', rest: bare, asking: '' }
  const [kind, asks] = found
  const at = bare.match(asks)!
  const [before, after] = [bare.slice(0, at.index), bare.slice(at.index! + at[0].length)]
  const question: Question = { kind, asking: at[0], rest: `${before} ${after}`.trim() }
  return kind === 'figure'
    ? counting(question, before, after)
    : plainForm(question.rest) === ''
      ? { ...question, rest: bare }
      : question
}

function counting(question: Question, before: string, after: string): Question {
  const long = UNITS.find(([asks]) => asks.test(question.asking))
  if (long) return { ...question, unit: long[1] }
  const lasted = /(?:几|多少)(个?年|天|个?月|小时|日)$/.exec(question.asking)
  const measure = lasted ?? MEASURE.exec(after)
  if (!measure) return { ...question, rest: `${before} ${after.replace(/^个/, '')}`.trim() }
  const unit = measure[1]!
  const left = lasted ? after : after.slice(measure[0].length)
  return { ...question, rest: `${before} ${left}`.trim(), unit: ALIKE[unit] ?? new RegExp(unit) }
}
