import type { MemberItem } from '@domain/contract/events'
import { seriesCompletion, shelfCompletion } from '@domain/progress/completion'
import { ProgressLine } from '@/components/progress-line'
import { Section } from '@/components/section'
import { useCatalog } from '@/stores/catalog'

/** How much of each shelf is finished. */
export function Shelves({ items }: { items: Record<string, MemberItem> }) {
  const { catalog } = useCatalog()
  if (!catalog) return null
  const titles = new Map(catalog.shelves.map(shelf => [shelf.id, shelf.title]))
  return (
    <Section title="各架和各系列的进度">
      {shelfCompletion(catalog, items).map(({ id, done, total }) => (
        <ProgressLine key={id} title={titles.get(id)} share={total ? done / total : 0} text={`${done} / ${total}`} />
      ))}
      {seriesCompletion(catalog, items).map(({ id, done, total }) => (
        <ProgressLine
          key={id}
          title={catalog.series.find(it => it.id === id)?.title}
          share={total ? done / total : 0}
          text={`${done} / ${total} 集`}
        />
      ))}
    </Section>
  )
}
