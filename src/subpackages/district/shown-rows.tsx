import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { type Further, useShown } from '@/components/data-table/use-shown'
import { Notice } from '@/components/notice'
import { Stretched } from '@/layout/lists/stretched'
import { LINES } from './shown'

interface Props<Row> extends Further {
  rows: readonly Row[]
  /** Id of the list. */
  id?: string
  /** Id of the button that brings more. */
  moreId: string
  children: (row: Row) => ReactNode
}

/** Rows a few at a time, of those the ones near the screen on the page; a tap brings more, which the service may have. */
export function ShownRows<Row>({ rows, more, readMore, id, moreId, children }: Props<Row>) {
  const { shown, left, problem, show } = useShown(rows.length, LINES, { more, readMore })
  return (
    <>
      <View id={id}>
        <Stretched rows={rows} to={shown}>
          {children}
        </Stretched>
      </View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View>
        {(left > 0 || more) && (
          <Button id={moreId} onPress={() => void show()}>
            再看一些
          </Button>
        )}
      </View>
    </>
  )
}
