/** What a secretary sends: kind words that the member can act on, and nothing that puts anyone to shame. */

export interface NudgedMember {
  name: string
  /** This week so far. */
  studied: boolean
  /** Has a phone bound. */
  bound: boolean
  /** Studies with the branch, without a phone. */
  offline: boolean
}

/** The ways a text can be put; the secretary turns from one to the next. */
export const NUDGE_WAYS = 3

const HOW = '读一篇、听一集，或者答五道题都可以，几分钟就好。'

/** A text for one person. `theme` is this week's; `way` is any whole number. */
export function personalNudge(member: NudgedMember, theme: string | undefined, way = 0): string {
  const opening = [`${member.name}同志，您好！`, `${member.name}同志：`, `${member.name}同志，打扰了。`][pick(way)]!
  const about = theme ? `这周支部一起学的是“${theme}”。` : ''
  return `${opening}${about}${stateOf(member)}${offerFor(member)}`
}

/** Who has not begun is told how to begin, not that they have not. */
const stateOf = ({ studied }: NudgedMember) => (studied ? '您这周已经学过了，辛苦了！' : HOW)

function offerFor({ studied, bound, offline }: NudgedMember): string {
  if (studied) return ''
  if (offline) return '您方便的时候，我们约个时间一起学。'
  if (!bound) return '手机上要是还没有弄好，跟我说一声，我来帮您。'
  return '要是字小、网络不好，或者有别的不方便，跟我说一声。'
}

const GROUP = [
  '想学的时候，读一篇、听一集，或者答几道题，都算参加。',
  '饭后或者睡前，花几分钟读一篇、听一集，就是学习了。',
  '不用一口气学完，每天几分钟，读读听听都好。',
]
const GROUP_OPENINGS = ['各位同志，大家好！', '同志们：', '各位同志：']

/**
 * A text for the group. It knows the theme and nothing of the roster, so it cannot name anyone or tell how many are
 * missing; it holds no digit at all. A theme with a digit in it is left out.
 */
export function groupNudge(theme: string | undefined, way = 0): string {
  const about = theme && !/[0-9０-９]/.test(theme) ? `这周支部一起学的是“${theme}”。` : '这周的学习内容已经在首页了。'
  const help = '用手机不方便的同志跟我说一声，我们约个时间在支部一起学。'
  return `${GROUP_OPENINGS[pick(way)]}${about}${GROUP[pick(way)]}${help}`
}

const pick = (way: number) => ((way % NUDGE_WAYS) + NUDGE_WAYS) % NUDGE_WAYS
