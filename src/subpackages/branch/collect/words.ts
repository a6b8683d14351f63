import type { Collected } from '@domain/branch/collect'
import type { Slip, SlipError } from '@domain/branch/slip'
import type { Day } from '@domain/time/day'
import { formatWeekOf } from '@domain/time/format'

/** What a notice says. */
export interface Outcome {
  good: boolean
  words: string
}

const REFUSALS: Record<SlipError, string> = {
  foreign: '这不是学习单；请对方打开“我的 › 学习单”，扫那里的二维码',
  damaged: '这张学习单少了字或改动过，没有收；请对方重新复制，或直接扫码',
  newer: '这张学习单来自更新的版本，请先更新您的应用',
}

/** Why a code or a text was not taken, and what to do. */
export const refusal = (error: SlipError): Outcome => ({ good: false, words: REFUSALS[error] })

/** A slip of a week that has not begun. */
export function aheadWords(slip: Slip, today: Day): Outcome {
  const week = formatWeekOf(slip.week, today)
  return { good: false, words: `${whoseIs(slip)}的学习单写的是 ${week}，那一周还没有到，没有收；请核对两部手机的日期` }
}

/** What became of a slip, in a sentence. */
export function outcomeWords(slip: Slip, { outcome, otherWeek, namesake }: Collected, today: Day): Outcome {
  const whose = whoseIs(slip)
  const week = otherWeek ? `，不过它是 ${formatWeekOf(slip.week, today)} 的，已放到那一周` : ''
  const twin = namesake ? '；这一周已有同名的另一部手机交过，请核对是不是两个人' : ''
  if (outcome === 'same') return { good: true, words: `${whose}的这张已经收过，没有重复计${twin}` }
  if (outcome === 'older') return { good: true, words: `${whose}交过更新的一张，这张旧的没有用${twin}` }
  return { good: true, words: `✓ ${outcome === 'added' ? '收下' : '换成新的'}：${whose}${week}${twin}` }
}

/** Several slips out of one text: what was taken in one notice, every refusal in its own. */
export function together(outcomes: readonly Outcome[]): Outcome[] {
  const good = outcomes.filter(it => it.good)
  if (good.length < 2) return [...outcomes]
  const words = `这段文字里有 ${good.length} 张。${good.map(it => it.words).join('。')}`
  return [{ good: true, words }, ...outcomes.filter(it => !it.good)]
}

const whoseIs = (slip: Slip) => `${slip.name || '没写姓名'}（${slip.branch || '没写支部'}）`
