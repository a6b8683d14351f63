import { SAID } from './alike-words'

/** Words of one meaning in a question and in a text: who asks 去世 is answered by 牺牲. */
const ALIKE: string[][] = [
  [
    '去世',
    '逝世',
    '牺牲',
    '病逝',
    '殉职',
    '就义',
    '遇害',
    '遇难',
    '过世',
    '离世',
    '捐躯',
    '辞世',
    '被害',
    '被杀',
    '死去',
    '死',
    '被枪杀',
  ],
  ['出生', '诞生', '生于', '出世', '生日', '生'],
  ['被捕', '被抓', '抓走', '抓', '捕', '逮捕', '落入', '扣留', '扣押'],
  ['发射', '升空', '上天', '飞上', '入轨', '送上'],
  ['第一', '头一', '首次', '第一次', '头一回', '第一回'],
  ['首批', '头一批', '第一批'],
  ['投降', '降'],
  ['获胜', '胜利', '打赢', '赢'],
  ['失败', '打败', '战败', '败', '没有成'],
  ['建成', '修好', '修成', '完工', '竣工', '通车', '修完', '落成', '建好'],
  ['动工', '开工', '开始修', '奠基', '破土'],
  ['开始', '爆发', '打响', '发动'],
  ['结束', '闭幕', '停战'],
  ['封城', '封', '封闭', '离汉通道', '离汉管控'],
  ['研制', '制造', '造'],
  ['修建', '建设', '修', '建造', '建'],
  ['成立', '创建', '创办', '建立', '创立', '组建', '组成'],
  ['担任', '当选', '出任', '就任', '任', '当上', '当'],
  ['入党', '加入中国共产党', '加入共产党', '入的党'],
  ['领导', '带头', '领头', '率', '指挥', '带领', '牵头', '带队', '带着'],
  ['写', '著', '作', '起草', '撰写', '写成', '写作'],
  ['签', '签订', '签署', '签字'],
  ['发表', '发布', '公布', '颁布', '提出', '讲'],
  ['转移', '迁', '搬到', '搬'],
  ['日本', '日军', '鬼子', '日寇', '小日本', '日本鬼子', '侵华日军'],
  ['群众', '老百姓', '百姓', '人民', '乡亲'],
  ['受伤', '负伤', '挂彩', '伤'],
  ['治沙', '治风沙', '治沙丘', '封沙'],
  ['伤亡', '牺牲', '死亡', '遇难', '罹难', '死了', '冻死', '阵亡'],
  ['离开', '走', '撤离', '出发'],
  ['参军', '入伍', '当兵', '参加红军', '参加八路军'],
  ['改名', '更名', '改称', '改为'],
  ['占领', '攻下', '攻克', '攻占', '打下', '拿下', '夺下', '攻破', '夺'],
  ['解放', '和平解放'],
  ['参加', '出席', '到会', '参与', '去了'],
  ['提出', '提', '倡议', '建议'],
  ['选', '选为', '当选', '推选', '选出'],
  ['同意', '赞成', '批准'],
  ['通过', '表决通过'],
  ['停', '停止', '取消', '废除', '不再'],
  ['枪杀', '杀', '打死'],
  ['地址', '会址', '地点'],
  ['起义', '暴动', '举义'],
  ['割让', '割给', '割去', '割'],
  ['援外', '援助外国', '对外援助', '援助'],
  ['制冰', '做冰', '造冰'],
  ['薪水', '工资', '薪', '津贴', '月薪'],
]

type Table = Map<string, string[]>

const join = (table: Table, word: string, others: readonly string[]) => {
  const known = table.get(word) ?? [word]
  table.set(word, known.concat(others.filter(other => known.indexOf(other) < 0)))
}
const table: Table = new Map()
/** Wider: what a text may have for a word that is looked for. An answer has to say what was asked; a hit may say it otherwise. */
const wide: Table = new Map()
for (const group of ALIKE) {
  for (const word of group) {
    join(table, word, group)
    join(wide, word, group)
  }
}
for (const group of SAID) {
  // A single character stands in other words: 炮 in 炮制.
  const telling = group.filter(word => word.length > 1)
  for (const word of group) join(wide, word, telling)
}

/** The word itself first, then what means the same; only itself when we know of nothing. */
export const alikeTo = (word: string): readonly string[] => table.get(word) ?? [word]

/** The same, with what people say for what texts write. */
export const saidAs = (word: string): readonly string[] => wide.get(word) ?? [word]

/** Whether a word of a question is one of ours, however short it is. */
export const isKnownWord = (word: string): boolean => wide.has(word)

/** Those of two characters and more that stand in a text, longest first, none inside another. */
export function knownWordsIn(text: string): string[] {
  const found = [...table.keys()]
    .filter(word => word.length > 1 && text.indexOf(word) >= 0)
    .sort((a, b) => b.length - a.length)
  return found.filter((word, i) => !found.slice(0, i).some(longer => longer.indexOf(word) >= 0))
}

export const DEATH: readonly string[] = ALIKE[0]!
export const BIRTH: readonly string[] = ALIKE[1]!
