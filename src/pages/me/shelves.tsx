import type { MemberItem } from '@domain/contract/events'
import { shelfCompletion } from '@domain/progress/completion'
import { ProgressLine } from '@/components/progress-line'
import { Section } from '@/components/section'
import { useCatalog } from '@/stores/catalog'

/** How much of each shelf is finished. */
export function Shelves({ items }: { items: Record<string, MemberItem> }) {
  const { catalog } = useCatalog()
  if (!catalog) return null
  const titles = new Map(catalog.shelves.map(shelf => [shelf.id, shelf.title]))
  return (
    <Section title="各架进度">
      {shelfCompletion(catalog, items).map(({ id, done, total }) => (
        <ProgressLine key={id} title={titles.get(id)} share={total ? done / total : 0} text={`${done} / ${total}`} />
      ))}
    </Section>
  )
}
