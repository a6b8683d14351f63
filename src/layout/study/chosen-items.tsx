import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { assignmentLine } from '@domain/branch/assignment-lines'
import type { Catalog } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { rowsAtOnce } from '@/components/rows-at-once'
import { Section } from '@/components/section'
import { ItemLine } from './study-item-line'

interface Props {
  catalog: Catalog
  items: readonly string[]
  onToggle: (item: string) => void
  /** Beside the title. */
  aside: string
  /** What is said while nothing is chosen. */
  none: ReactNode
}

/** At first, and by each tap: a theme marks what it brings in the list above as well, and all of it is one tap on WeChat. */
const [FIRST, PAGE] = [rowsAtOnce(1), rowsAtOnce(4)]

/** What has been chosen to be learnt; a tap takes it out again. */
export function ChosenItems({ catalog, items, onToggle, aside, none }: Props) {
  const [shown, setShown] = useState(FIRST)
  const [count, setCount] = useState(items.length)
  // One that is chosen by itself is seen at once, if those before it are; a theme, or a draft, brings many.
  if (count !== items.length) {
    setCount(items.length)
    if (items.length === count + 1 && count === shown) setShown(items.length)
  }
  return (
    <Section title="选好的" aside={aside}>
      <View>{items.length === 0 && none}</View>
      <View>
        {items.slice(0, shown).map(item => {
          const line = assignmentLine(catalog, item)
          return (
            line && <ItemLine key={item} id={`chosen-${item}`} line={line} chosen onToggle={() => onToggle(item)} />
          )
        })}
      </View>
      <View>
        {items.length > shown && (
          <Button id="chosen-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, items.length - shown)} 项
          </Button>
        )}
      </View>
    </Section>
  )
}
