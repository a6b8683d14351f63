import type { Catalog } from '@domain/catalog/types'
import type { Badge } from '@domain/progress/badges'

/** What a badge is for. */
export function badgeTitle({ kind, need, shelf }: Badge, catalog: Pick<Catalog, 'shelves'>): string {
  if (kind === 'items') return `学完 ${need} 篇（集）`
  if (kind === 'weeks') return need === 52 ? '达标满一年（52 周）' : `达标满一季（${need} 周）`
  return `学完整架：${catalog.shelves.find(it => it.id === shelf)?.title ?? ''}`
}
