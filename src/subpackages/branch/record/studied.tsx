import { View } from '@tarojs/components'
import { useState } from 'react'
import { assignmentLine, itemsByTitle } from '@domain/branch/assignment-lines'
import type { Catalog } from '@domain/catalog/types'
import { LINKS_LIMIT } from '@domain/contract/meeting-record'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { ItemLine } from '@/layout/study-item-line'

/** Lines at once. */
const PAGE = 6

interface Props {
  catalog: Catalog
  links: readonly string[]
  onChange: (links: string[]) => void
}

/** Articles and episodes that were read aloud or shown, found by their titles. */
export function Studied({ catalog, links, onChange }: Props) {
  const [words, setWords] = useState('')
  const found = itemsByTitle(catalog, words, PAGE).filter(item => links.indexOf(item) < 0)
  const line = (item: string, chosen: boolean) => {
    const known = assignmentLine(catalog, item)
    const next = chosen ? links.filter(it => it !== item) : [...links, item].slice(0, LINKS_LIMIT)
    return (
      known && <ItemLine key={item} id={`link-${item}`} line={known} chosen={chosen} onToggle={() => onChange(next)} />
    )
  }
  return (
    <Section title="一起学了什么" aside={`${links.length} 项，最多 ${LINKS_LIMIT} 项`}>
      <View>{links.map(item => line(item, true))}</View>
      <SearchField id="link-words" value={words} hint="文章或节目标题里的字" onInput={setWords} />
      <View>{found.map(item => line(item, false))}</View>
    </Section>
  )
}
