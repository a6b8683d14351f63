import { useState } from 'react'
import type { MemberItem } from '@domain/progress/summaries'
import { seriesCompletion, shelfCompletion, type Completion } from '@domain/progress/completion'
import { Button } from '@/components/button'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'

/** How much of each shelf, or of each series, is finished; what is done leads to its card. */
export function Shelves({ items }: { items: Record<string, MemberItem> }) {
  const { catalog } = useCatalog()
  const [kind, setKind] = useState<'shelf' | 'series'>('shelf')
  if (!catalog) return null
  const lines: Completion<string>[] =
    kind === 'shelf' ? shelfCompletion(catalog, items) : seriesCompletion(catalog, items)
  const titles = new Map([...catalog.shelves, ...catalog.series].map(it => [it.id as string, it.title]))
  const other = (
    <Button id="progress-kind" look="plain" onPress={() => setKind(kind === 'shelf' ? 'series' : 'shelf')}>
      {kind === 'shelf' ? '看各系列' : '看各架'}
    </Button>
  )
  return (
    <Section title={kind === 'shelf' ? '各架进度' : '各系列进度'} aside={other}>
      {lines.map(({ id, done, total }) =>
        isDone({ done, total }) ? (
          <Row
            key={id}
            id={`finished-${id}`}
            title={titles.get(id) ?? id}
            meta="看学完卡"
            done
            onPress={() => open(routes.finished(kind, id))}
          />
        ) : (
          <ProgressLine
            key={id}
            title={titles.get(id)}
            share={total ? done / total : 0}
            text={`${done} / ${total}${kind === 'series' ? ' 集' : ''}`}
          />
        ),
      )}
    </Section>
  )
}

const isDone = ({ done, total }: Pick<Completion<string>, 'done' | 'total'>) => total > 0 && done === total
