import { View } from '@tarojs/components'
import type { OrgRow } from '@domain/contract/orgs'
import { shareWord } from '@domain/contract/report-columns'
import type { Further } from '@/components/data-table/use-shown'
import { Row } from '@/components/row'
import { sizeWords } from './shown'
import { ShownRows } from './shown-rows'

interface Props extends Further {
  rows: OrgRow[]
  onOpen: (row: OrgRow) => void
}

/** Organisations one a line, as on the roster, a few at a time: 参学 of 应参, in the same ink for all. */
export function OrgLines({ rows, onOpen, more, readMore }: Props) {
  return (
    <View>
      <ShownRows rows={rows} more={more} readMore={readMore} moreId="more-lines">
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
      </ShownRows>
    </View>
  )
}
