import { View } from '@tarojs/components'
import { metShare, type OrgRow } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { type Further, useShown } from '@/components/data-table/use-shown'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { LINES, shareWords, sizeWords } from './shown'

interface Props extends Further {
  rows: OrgRow[]
  onOpen: (row: OrgRow) => void
}

/** Organisations one a line, a few at a time, with the share of members who met their goal. */
export function OrgLines({ rows, onOpen, more, readMore }: Props) {
  const { shown, left, problem, show } = useShown(rows.length, LINES, { more, readMore })
  return (
    <View>
      <View>
        {rows.slice(0, shown).map(row => (
          <Row
            key={row.org}
            id={`org-${row.org}`}
            title={row.name}
            note={sizeWords(row)}
            meta={`达标 ${shareWords(row)}`}
            share={(metShare(row) ?? 0) / 100}
            onPress={() => onOpen(row)}
          />
        ))}
      </View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View>
        {(left > 0 || more) && (
          <Button id="more-lines" onPress={() => void show()}>
            再看一些
          </Button>
        )}
      </View>
    </View>
  )
}
