import type { Collected } from '@domain/branch/collect'
import type { Slip, SlipError } from '@domain/branch/slip'
import { formatWeek } from '@domain/time/format'

/** Why a code or a text was not taken, and what to do. */
export const REFUSALS: Record<SlipError, string> = {
  foreign: '这不是学习单；请对方打开“我的 › 学习单”，扫那里的二维码',
  damaged: '这张学习单少了字或改动过，没有收；请对方重新复制，或直接扫码',
  newer: '这张学习单来自更新的版本，请先更新您的应用',
}

/** What became of a slip, in a sentence. */
export function outcomeWords(
  slip: Slip,
  { outcome, otherWeek, namesake }: Collected,
): { good: boolean; words: string } {
  const whose = `${slip.name}（${slip.branch || '没写支部'}）`
  const week = otherWeek ? `，不过它是 ${formatWeek(slip.week)} 的，已放到那一周` : ''
  const twin = namesake ? '；这一周已有同名的另一部手机交过，请核对是不是两个人' : ''
  if (outcome === 'same') return { good: true, words: `${whose}的这张已经收过，没有重复计${twin}` }
  if (outcome === 'older') return { good: true, words: `${whose}交过更新的一张，这张旧的没有用${twin}` }
  return { good: true, words: `✓ ${outcome === 'added' ? '收下' : '换成新的'}：${whose}${week}${twin}` }
}
