import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterAnswer } from '@domain/contract/roster'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Notice } from '@/components/notice'
import { listCauses } from './causes'
import { howRead } from './how-read'

/** Cells at once, and names. */
const PAGE = 12
const NAMED = 20

interface Props {
  /** Of the file. */
  name: string
  answer: RosterAnswer
  busy: boolean
  onTake: () => void
}

/** What a sheet would change, or which cells have to be mended first. */
export function Checked({ name, answer, busy, onTake }: Props) {
  const { problems, changes, missing = [] } = answer
  const [shown, setShown] = useState(PAGE)
  const read = howRead(answer)
  if (problems.length > 0) {
    const causes = listCauses(problems)
    return (
      <>
        <Notice tone="warning">
          “{name}”的工作表“{problems[0]!.sheet}”里有 {causes.length} 处要改，名册没有变。在表格里改好以后再选一次。
        </Notice>
        <View id="roster-problems">
          {causes.slice(0, shown).map((it, i) => (
            <Row key={i} title={it.where} note={it.reason} />
          ))}
        </View>
        {causes.length > shown && (
          <Button id="roster-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, causes.length - shown)} 处
          </Button>
        )}
        <View>
          {read.map(line => (
            <View key={line} className="desk-note">
              {line}
            </View>
          ))}
        </View>
      </>
    )
  }
  const lines = [
    named('新增', changes.added),
    named('改动', changes.changed),
    named('转出', changes.left),
    changes.same > 0 ? `${changes.same} 位不变` : '',
    changes.reordered ? '先后改成和这张表一样' : '',
  ].filter(Boolean)
  const nothing = !changes.reordered && changes.added.length + changes.changed.length + changes.left.length === 0
  return (
    <>
      <Notice tone="good">✓ “{name}”检查过了，没有要改的地方。</Notice>
      {[...read, ...lines].map(line => (
        <View key={line}>{line}</View>
      ))}
      {missing.length > 0 && (
        <Notice tone="warning">
          名册上有 {missing.length} 位不在这张表里：{few(missing)}
          。导入不会动他们；要转出的，请在表里写上这个人，“状态”填“转出”。
        </Notice>
      )}
      {nothing ? (
        <View className="desk-note">和现在的名册一样，不用导入。</View>
      ) : (
        <Button id="roster-take" look="main" disabled={busy} onPress={onTake}>
          按表格更新名册
        </Button>
      )}
    </>
  )
}

function named(what: string, names: readonly string[]): string {
  return names.length > 0 ? `${what} ${names.length} 位：${names.join('、')}` : ''
}

/** Names in a line of the page. */
function few(names: readonly string[]): string {
  return names.length > NAMED ? `${names.slice(0, NAMED).join('、')} 等` : names.join('、')
}
