import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BranchName } from '@domain/contract/sent-down'
import { Choice } from '@/components/choice'
import { Picks } from '@/components/picks'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'

interface Props {
  branches: readonly BranchName[]
  chosen: readonly string[] | 'all'
  onChange: (chosen: readonly string[] | 'all') => void
}

/** All branches, or those that are ticked, found by their name or their unit's, one by one or all that are found. */
export function Branches({ branches, chosen, onChange }: Props) {
  const [words, setWords] = useState('')
  const ways = [
    { value: 'all' as const, text: `全部 ${branches.length} 个` },
    { value: 'some' as const, text: '选几个' },
  ]
  const nameOf = ({ name, unit }: BranchName) =>
    unit === undefined || name.includes(unit) ? name : `${name}（${unit}）`
  const found = branches.filter(it => nameOf(it).includes(words.trim()))
  return (
    <Section title="发给哪些支部" aside={chosen === 'all' ? undefined : `选了 ${chosen.length} 个`}>
      <Choice
        id="send-to"
        label="发给哪些支部"
        value={chosen === 'all' ? 'all' : 'some'}
        options={ways}
        onChange={way => onChange(way === 'all' ? 'all' : [])}
      />
      <View>
        {chosen !== 'all' && (
          <>
            <SearchField id="branch-words" value={words} hint="按支部或单位名称找" onInput={setWords} />
            <Picks
              key={words}
              id="send-branch"
              label="发给哪些支部"
              values={chosen}
              options={found.map(it => ({ value: it.org, text: nameOf(it) }))}
              all={words.trim() !== ''}
              onChange={onChange}
            />
          </>
        )}
      </View>
    </Section>
  )
}
