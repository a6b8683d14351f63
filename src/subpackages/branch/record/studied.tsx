import { View } from '@tarojs/components'
import { useState } from 'react'
import { assignmentLine, itemsByWords, nothingFoundWord } from '@domain/branch/assignment-lines'
import type { Catalog } from '@domain/catalog/types'
import { LINKS_LIMIT } from '@domain/contract/meeting-record'
import { Button } from '@/components/button'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { ItemLine } from '@/layout/study/study-item-line'

/** Lines at once, and in all. */
const [PAGE, MOST] = [6, 60]

interface Props {
  catalog: Catalog
  links: readonly string[]
  onChange: (links: string[]) => void
}

/** Articles and episodes that were read aloud or shown, found by what they are about. */
export function Studied({ catalog, links, onChange }: Props) {
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(PAGE)
  const all = itemsByWords(catalog, words, MOST)
  const found = all.filter(item => links.indexOf(item) < 0)
  const line = (item: string, chosen: boolean) => {
    const known = assignmentLine(catalog, item)
    const next = chosen ? links.filter(it => it !== item) : [...links, item].slice(0, LINKS_LIMIT)
    return (
      known && <ItemLine key={item} id={`link-${item}`} line={known} chosen={chosen} onToggle={() => onChange(next)} />
    )
  }
  const find = (next: string) => {
    setWords(next)
    setShown(PAGE)
  }
  return (
    <Section title="一起学了什么" aside={`${links.length} 项，最多 ${LINKS_LIMIT} 项`}>
      <View>{links.map(item => line(item, true))}</View>
      <SearchField id="link-words" value={words} hint="讲的什么，比如“长征”" onInput={find} />
      <View>{found.slice(0, shown).map(item => line(item, false))}</View>
      <View>
        {found.length > shown && (
          <Button id="link-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, found.length - shown)} 项
          </Button>
        )}
      </View>
      <View>
        {words.trim() !== '' && all.length === 0 && <View className="desk-note">{nothingFoundWord(words)}</View>}
      </View>
    </Section>
  )
}
