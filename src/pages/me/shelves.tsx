import type { MemberItem } from '@domain/progress/summaries'
import { seriesCompletion, shelfCompletion, type Completion } from '@domain/progress/completion'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'

/** How much of each shelf and series is finished; what is done leads to its card. */
export function Shelves({ items }: { items: Record<string, MemberItem> }) {
  const { catalog } = useCatalog()
  if (!catalog) return null
  const parts = [
    { kind: 'shelf' as const, name: '各架进度', unit: '', lines: shelfCompletion(catalog, items) },
    { kind: 'series' as const, name: '各系列进度', unit: ' 集', lines: seriesCompletion(catalog, items) },
  ]
  const titles = new Map([...catalog.shelves, ...catalog.series].map(it => [it.id as string, it.title]))
  return (
    <>
      {parts.map(({ kind, name, unit, lines }) => (
        <Section key={kind} title={name}>
          {lines.map(({ id, done, total }) =>
            isDone({ done, total }) ? (
              <Row
                key={id}
                id={`course-${id}`}
                title={titles.get(id) ?? id}
                meta="看学完卡"
                done
                onPress={() => open(routes.course(kind, id))}
              />
            ) : (
              <ProgressLine
                key={id}
                title={titles.get(id)}
                share={total ? done / total : 0}
                text={`${done} / ${total}${unit}`}
              />
            ),
          )}
        </Section>
      ))}
    </>
  )
}

const isDone = ({ done, total }: Pick<Completion<string>, 'done' | 'total'>) => total > 0 && done === total
