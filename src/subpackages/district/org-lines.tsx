import { View } from '@tarojs/components'
import type { OrgRow } from '@domain/contract/orgs'
import { shareWord } from '@domain/contract/report-columns'
import { Button } from '@/components/button'
import { type Further, useShown } from '@/components/data-table/use-shown'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Stretched } from '@/layout/stretched'
import { LINES, sizeWords } from './shown'

interface Props extends Further {
  rows: OrgRow[]
  onOpen: (row: OrgRow) => void
}

/** Organisations one a line, as on the roster, a few at a time: 参学 of 应参, in the same ink for all. */
export function OrgLines({ rows, onOpen, more, readMore }: Props) {
  const { shown, left, problem, show } = useShown(rows.length, LINES, { more, readMore })
  return (
    <View>
      <View>
        <Stretched rows={rows} to={shown}>
          {row => (
            <Row
              key={row.org}
              id={`org-${row.org}`}
              title={row.name}
              note={sizeWords(row)}
              meta={row.members > 0 ? `参学 ${shareWord(row)}` : ''}
              onPress={() => onOpen(row)}
            />
          )}
        </Stretched>
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
