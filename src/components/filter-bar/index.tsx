import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '../a11y'
import { Choice } from '../choice'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { Sheet } from '../sheet'
import './index.scss'

export interface Filter {
  id: string
  /** What is chosen: 时期. */
  label: string
  value: string
  /** The first is the one that leaves nothing out. */
  options: { value: string; text: string }[]
  onChange: (value: string) => void
}

/** Filters in one line, each opening its choices; one that is set shows what it is set to. */
export function FilterBar({ filters }: { filters: Filter[] }) {
  const [open, setOpen] = useState<string>()
  const filter = filters.find(it => it.id === open)
  // The sheet has a place of its own: a node put between others makes Taro send all of them again.
  return (
    <View>
      <View className="filter-bar">
        {filters.map(it => {
          const set = it.value !== it.options[0]?.value
          const text = set ? (it.options.find(one => one.value === it.value)?.text ?? it.label) : it.label
          return (
            <View
              key={it.id}
              id={`filter-${it.id}`}
              className={classNames('filter-bar__one', set && 'filter-bar__one--set')}
              onClick={() => setOpen(it.id)}
              {...a11y({ role: 'button', label: set ? `${it.label}：${text}` : `按${it.label}筛选` })}
            >
              <Text>{text}</Text>
              <Icon name="down" />
            </View>
          )
        })}
      </View>
      <View>
        <Sheet open={!!filter} title={filter?.label ?? ''} onClose={() => setOpen(undefined)}>
          {filter && (
            <Choice
              id={`choice-${filter.id}`}
              label={filter.label}
              value={filter.value}
              options={filter.options}
              onChange={value => {
                setOpen(undefined)
                filter.onChange(value)
              }}
            />
          )}
        </Sheet>
      </View>
    </View>
  )
}
