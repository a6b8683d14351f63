import { View } from '@tarojs/components'
import { useState } from 'react'
import { metShare, type OrgRow } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { LINES, shareWords, sizeWords } from './shown'

interface Props {
  rows: OrgRow[]
  onOpen: (row: OrgRow) => void
  /** The service has more. */
  more: boolean
  readMore: () => Promise<void>
}

/** Organisations one a line, a few at a time, with the share of members who met their goal. */
export function OrgLines({ rows, onOpen, more, readMore }: Props) {
  const [shown, setShown] = useState(LINES)
  const [problem, setProblem] = useState<string>()
  const left = rows.length - shown
  const show = async () => {
    setProblem(undefined)
    // The next page is asked for when what is here does not fill the next lines.
    if (more && left < LINES) await readMore().catch((error: Error) => setProblem(error.message))
    setShown(n => n + LINES)
  }
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
