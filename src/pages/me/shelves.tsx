import type { MemberItem } from '@domain/contract/events'
import { seriesCompletion, shelfCompletion, type Completion } from '@domain/progress/completion'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/services/navigation'
import { useCatalog } from '@/stores/catalog'

/** How much of each shelf and series is finished; what is done leads to its card. */
export function Shelves({ items }: { items: Record<string, MemberItem> }) {
  const { catalog } = useCatalog()
  if (!catalog) return null
  const lines = [
    ...shelfCompletion(catalog, items).map(it => ({ ...it, kind: 'shelf' as const, unit: '' })),
    ...seriesCompletion(catalog, items).map(it => ({ ...it, kind: 'series' as const, unit: ' 集' })),
  ]
  const titles = new Map([...catalog.shelves, ...catalog.series].map(it => [it.id as string, it.title]))
  return (
    <Section title="各架和各系列的进度">
      {lines.map(({ id, kind, done, total, unit }) =>
        isDone({ done, total }) ? (
          <Row
            key={`${kind} ${id}`}
            id={`course-${id}`}
            title={titles.get(id) ?? id}
            meta="看学完卡"
            done
            onPress={() => open(routes.course(kind, id))}
          />
        ) : (
          <ProgressLine
            key={`${kind} ${id}`}
            title={titles.get(id)}
            share={total ? done / total : 0}
            text={`${done} / ${total}${unit}`}
          />
        ),
      )}
    </Section>
  )
}

const isDone = ({ done, total }: Pick<Completion<string>, 'done' | 'total'>) => total > 0 && done === total
