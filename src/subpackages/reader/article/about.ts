import type { ArticleMeta } from '@domain/catalog/types'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { readingMinutes } from '@/components/duration'

/** What stands under an article's title: what it is about or when, its shelf, what it costs to read, and who has checked it. */
export function aboutOf(meta: ArticleMeta, shelf: string | undefined): string[] {
  return [
    meta.subject ?? formatFuzzyDate(meta.date),
    shelf ?? '',
    `${readingMinutes(meta.chars)} 分钟`,
    `AI 辅助撰写，${meta.approved ? '已经人工审校' : '待人工审校'}`,
  ].filter(it => it !== '')
}
