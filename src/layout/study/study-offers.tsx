import { View } from '@tarojs/components'
import { useState } from 'react'
import { assignmentLine, itemsByWords, nothingFoundWord, weekItems } from '@domain/branch/assignment-lines'
import { ANSWER_COUNTS } from '@domain/contract/assignment-items'
import { SHELVES } from '@domain/catalog/shelves'
import type { Schedule } from '@domain/catalog/calendar'
import type { Catalog } from '@domain/catalog/types'
import { today } from '@/platform/phone/clock'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { rowsAtOnce } from '@/components/rows-at-once'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { ItemLine } from './study-item-line'

type Way = 'theme' | 'search' | 'quiz'
const WAYS: { value: Way; text: string }[] = [
  { value: 'theme', text: '本周主题' },
  { value: 'search', text: '找一找' },
  { value: 'quiz', text: '答题' },
]
/** A theme may mark all of the lines that are shown, and a tap sends 4 kB at most on WeChat. */
const PAGE = rowsAtOnce(5)

interface Props {
  catalog: Catalog
  schedule: Schedule
  chosen: readonly string[]
  onToggle: (item: string) => void
}

/** What can be assigned: the week's own plan first. */
export function Offers({ catalog, schedule, chosen, onToggle }: Props) {
  const [way, setWay] = useState<Way>('theme')
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(PAGE)
  const week = weekItems(schedule, today())
  const found = itemsByWords(catalog, words, 60)
  // The questions of what is chosen already stand first among the quizzes.
  const quizzes = [
    ...chosen.filter(item => /^a-\d+$/.test(item)).map(item => `article:${item}`),
    ...ANSWER_COUNTS.map(count => `answers:${count}`),
    ...SHELVES.map(shelf => `shelf:${shelf}`),
  ]
  const offered = { theme: week.items, search: found, quiz: quizzes }[way]
  return (
    <Section title="学什么" aside={way === 'theme' ? week.theme : undefined}>
      <Choice
        id="offer"
        label="从哪里选"
        value={way}
        options={WAYS}
        onChange={next => {
          setWay(next)
          setShown(PAGE)
        }}
      />
      <View>
        {way === 'search' && (
          <SearchField id="offer-words" value={words} hint="讲的什么，比如“长征”" onInput={setWords} />
        )}
      </View>
      <View>
        {offered.slice(0, shown).map(item => {
          const line = assignmentLine(catalog, item)
          const on = chosen.includes(item)
          return (
            line && <ItemLine key={item} id={`offer-${item}`} line={line} chosen={on} onToggle={() => onToggle(item)} />
          )
        })}
      </View>
      {offered.length > shown && (
        <Button id="offer-more" onPress={() => setShown(n => n + PAGE)}>
          再看 {Math.min(PAGE, offered.length - shown)} 项
        </Button>
      )}
      {way === 'search' && words.trim() !== '' && found.length === 0 && <View>{nothingFoundWord(words)}</View>}
    </Section>
  )
}
