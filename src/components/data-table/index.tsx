import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../button'
import { classNames } from '../class-names'
import './index.scss'

interface Props {
  head: string[]
  /** Cells as they are shown, in the order of the head. */
  rows: string[][]
  /** Rows at once: every cell is a node that travels through setData on WeChat. */
  page?: number
}

/** On the web the arrow keys push what has the focus. */
const REACHABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }

/** Columns that a phone has no room for. */
const MANY = 5

/** A table of a report: the first column stays, the rest can be pushed sideways. */
export function DataTable({ head, rows, page = 12 }: Props) {
  const [shown, setShown] = useState(page)
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
      {rows.length > shown && (
        <Button onPress={() => setShown(n => n + page)}>再看 {Math.min(page, rows.length - shown)} 行</Button>
      )}
    </>
  )
}
