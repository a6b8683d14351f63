import { ScrollView, Text, View } from '@tarojs/components'
import { Button } from '../button'
import { classNames } from '../class-names'
import { Notice } from '../notice'
import { type Further, useShown } from './use-shown'
import './index.scss'

interface Props {
  head: string[]
  /** Cells as they are shown, in the order of the head. */
  rows: string[][]
  /** Rows at once: every cell is a node that travels through setData on WeChat. */
  page?: number
  /** Where the rows so far are not all of them. */
  further?: Further
}

const ALL: Further = { more: false, readMore: async () => undefined }

/** On the web the arrow keys push what has the focus. */
const REACHABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }

/** Columns that a phone has no room for. */
const MANY = 5

/** A table of a report: the first column stays, the rest can be pushed sideways. */
export function DataTable({ head, rows, page = 12, further = ALL }: Props) {
  const { shown, left, problem, show } = useShown(rows.length, page, further)
  return (
    <>
      <ScrollView
        className={classNames('data-table', head.length >= MANY && 'data-table--many')}
        scrollX
        {...REACHABLE}
      >
        <View className="data-table__grid">
          <View className="data-table__row data-table__row--head">
            {head.map(title => (
              <Text key={title} className="data-table__cell">
                {title}
              </Text>
            ))}
          </View>
          {rows.slice(0, shown).map((row, i) => (
            <View key={i} className="data-table__row">
              {row.map((cell, j) => (
                <Text key={j} className="data-table__cell">
                  {cell}
                </Text>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
      {problem && <Notice tone="warning">{problem}</Notice>}
      {(left > 0 || further.more) && (
        <Button onPress={() => void show()}>{further.more ? '再看一些' : `再看 ${Math.min(page, left)} 行`}</Button>
      )}
    </>
  )
}
