import type { Catalog } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { DOT } from '@/components/dot'
import { spellSeconds } from '@/components/duration'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { findEpisode } from '@/stores/catalog'
import { useKept } from '@/stores/kept'
import { dropOwn, ownFiles } from '../own'

/** What the member has told: 全部删除 of what is downloaded leaves it alone. */
export function OwnList({ catalog }: { catalog: Catalog }) {
  const files = ownFiles(useKept(state => state.files))
  if (files.length === 0) return null
  const total = spellBytes(files.reduce((sum, it) => sum + it.bytes, 0))
  return (
    <Section title="我讲的" aside={`${files.length} 段，共 ${total}`}>
      {files.map(own => {
        const episode = findEpisode(catalog, own.id)
        return (
          <Row
            key={own.name}
            id={`own-${own.id}-${own.state}`}
            title={episode?.title ?? '这一集已经撤下'}
            note={own.state === 'draft' ? '还没有听过、存下' : undefined}
            meta={
              episode ? `${spellSeconds(own.seconds)}${DOT}${spellBytes(own.bytes)}` : `删除 ${spellBytes(own.bytes)}`
            }
            onPress={() => (episode ? open(routes.tell(own.id)) : void dropOwn(own))}
          />
        )
      })}
    </Section>
  )
}
