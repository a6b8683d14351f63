import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { CitedLedger } from '@domain/catalog/ledger'
import type { Catalog } from '@domain/catalog/types'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { FilterBar } from '@/components/filter-bar'
import { GroupName } from '@/components/group-name'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { LongList } from '@/layout/lists/long-list'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { readCitedLedger } from '@/feed/feed'
import { useCatalog } from '@/stores/catalog'
import { useQuery } from '@/hooks/query'
import { LedgerSheet } from '../ledger-sheet'
import { ALL, groupOf, LETTERS, peopleOf, years, type Order } from './list'

/** Rows with the page, and after a tap on a filter. */
const FIRST = 16
const SCREENFUL = 8

/** Everyone in the ledger, by name in pinyin or by birth. */
export default function PeoplePage() {
  const { catalog } = useCatalog()
  // Asked for again when the lists have come: one tap is to bring both.
  const ledger = useQuery(`ledger:${!!catalog}`, readCitedLedger)
  return (
    <Screen title="人物">
      <NoCatalog />
      {catalog && ledger.status === 'failed' && <Failed {...ledger} />}
      {catalog && ledger.status === 'loading' && <Waiting>正在翻总账…</Waiting>}
      {catalog && ledger.status === 'ready' && <People catalog={catalog} ledger={ledger.value} />}
    </Screen>
  )
}

function People({ catalog, ledger }: { catalog: Catalog; ledger: CitedLedger }) {
  const { id } = useRouter().params
  const [words, setWords] = useState('')
  const [letter, setLetter] = useState(ALL)
  const [order, setOrder] = useState<Order>('name')
  const [citation, setCitation] = useState<Citation | undefined>(id ? { kind: 'person', id } : undefined)
  const people = useMemo(() => peopleOf(ledger.people, words, letter, order), [ledger, words, letter, order])
  return (
    <Section title="人物" aside={`${people.length} 位`}>
      <SearchField id="people-words" value={words} hint="姓名、别名或籍贯" onInput={setWords} />
      <FilterBar
        filters={[
          {
            id: 'letter',
            label: '姓氏拼音',
            value: letter,
            options: [
              { value: ALL, text: '全部' },
              ...LETTERS.map(it => ({ value: it, text: `${it[0]}–${it[it.length - 1]}` })),
            ],
            onChange: setLetter,
          },
          {
            id: 'order',
            label: '排列',
            value: order,
            options: [
              { value: 'name', text: '按姓名' },
              { value: 'born', text: '按生年' },
            ],
            onChange: value => setOrder(value as Order),
          },
        ]}
      />
      {/* The rows have a place of their own: opening a filter must not send them again. */}
      <View>
        <LongList rows={people} of={`${words} ${letter} ${order}`} first={FIRST} few={SCREENFUL} unit="位">
          {(person, before) => {
            const group = groupOf(person, order)
            return [
              // Those found by words are few and of all letters.
              words === '' && (!before || groupOf(before, order) !== group) && (
                <GroupName key={group}>{group}</GroupName>
              ),
              <Row
                key={person.id}
                id={`person-${person.id}`}
                title={person.name}
                meta={years(person)}
                onPress={() => setCitation({ kind: 'person', id: person.id })}
              />,
            ]
          }}
        </LongList>
        {people.length === 0 && (
          <Empty
            title="没有找到这样的人物"
            hint="换个写法，或者只写姓"
            action={{
              text: '看全部人物',
              onPress: () => {
                setWords('')
                setLetter(ALL)
              },
            }}
          />
        )}
      </View>
      <View>
        <LedgerSheet catalog={catalog} ledger={ledger} citation={citation} onChange={setCitation} />
      </View>
    </Section>
  )
}
