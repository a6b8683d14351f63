import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PoolAnswer } from '@domain/contract/contest-pool'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'

/** Cells at once. */
const PAGE = 12

interface Props {
  /** Of the file. */
  name: string
  answer: PoolAnswer
  busy: boolean
  onTake: () => void
}

/** What a sheet holds, or which cells have to be mended first. */
export function Checked({ name, answer: { problems, total }, busy, onTake }: Props) {
  const [shown, setShown] = useState(PAGE)
  if (problems.length > 0) {
    return (
      <>
        <Notice tone="warning">
          “{name}”里有 {problems.length} 处要改，题库没有变。在表格里改好以后再选一次。
        </Notice>
        <View id="pool-problems">
          {problems.slice(0, shown).map((it, i) => (
            <Row key={i} title={it.cell} note={it.reason} />
          ))}
        </View>
        <View>
          {problems.length > shown && (
            <Button id="pool-problems-more" onPress={() => setShown(n => n + PAGE)}>
              再看 {Math.min(PAGE, problems.length - shown)} 处
            </Button>
          )}
        </View>
      </>
    )
  }
  return (
    <>
      <Notice tone="good">
        ✓ “{name}”检查过了，{total} 题都能用。
      </Notice>
      <Button id="pool-take" look="main" disabled={busy} onPress={onTake}>
        导入这 {total} 题
      </Button>
    </>
  )
}
