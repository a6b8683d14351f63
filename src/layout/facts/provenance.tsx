import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { quotedAt } from '@domain/catalog/opened-sources'
import type { Provenance } from '@domain/catalog/types'
import { formatFullDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { readUses } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import './provenance.scss'

/** Sources sent at a tap: on WeChat every node and word of a page travels. */
const FEW = 3

/** What a text rests on, in one line. */
function basisWords({ basis, opened = [] }: Provenance): string {
  if (basis === 'sources') return opened.length > 1 ? `${opened[0]}；等 ${opened.length} 个来源` : (opened[0] ?? '')
  return basis === 'recalled' ? '凭记忆撰写，未打开原书核对' : basis
}

/** Who has read it since; a machine is no reviewer. */
function readBy({ checked, approved }: Provenance): string {
  if (approved) return `${approved.by} 审校（${formatFullDay(approved.on)}）`
  return checked ? `机器复读过（${formatFullDay(checked.on)}），待人工审校` : '还没有复读过，待人工审校'
}

/** What a text rests on, where it can be checked, and who has read it since. */
export function ProvenanceWords({ it, file, id }: { it: Provenance; file: string; id: string }) {
  return (
    <View className="provenance">
      <View>{`依据：${basisWords(it)}`}</View>
      {it.basis === 'sources' && <Sources file={file} id={id} />}
      <View>{`${it.books.length > 0 ? `可在这些书里核对：${it.books.join('、')}。` : ''}${readBy(it)}。`}</View>
    </View>
  )
}

/**
 * What an item of a feed file stands on, in the sources' own words; read only when somebody asks.
 * @param button id of what is pressed, where a page has several
 */
export function Sources({ file, id, button = 'sources' }: { file: string; id: string; button?: string }) {
  const [open, setOpen] = useState(false)
  if (open) return <Uses file={file} id={id} />
  return (
    <Button id={button} look="plain" onPress={() => setOpen(true)}>
      看来源和原话
    </Button>
  )
}

function Uses({ file, id }: { file: string; id: string }) {
  const uses = useQuery(`${file} ${id}`, () => readUses(file, id))
  const [shown, setShown] = useState(FEW)
  if (uses.status === 'failed') return <Failed {...uses} />
  if (uses.status === 'loading') return <Waiting>正在翻来源…</Waiting>
  if (uses.value.length === 0) return <View>内容更新过了，这一条现在的来源列不出来。重新打开这一页再看。</View>
  return (
    <View>
      {uses.value.slice(0, shown).map(({ source, words, address, quotes }) => (
        <View key={source} className="provenance__use">
          {words}
          {address && (
            <Text className="provenance__address" userSelect>
              {address}
            </Text>
          )}
          <Text className="provenance__words">{quotes.map(({ words: own, row }) => quotedAt(own, row)).join(' ')}</Text>
        </View>
      ))}
      {uses.value.length > shown && (
        <Button id="more-sources" look="plain" onPress={() => setShown(n => n + FEW)}>
          再看 {Math.min(FEW, uses.value.length - shown)} 个来源
        </Button>
      )}
      {uses.value.slice(0, shown).some(it => !it.address) && <View>转载网站的网址不列：网站可能换了主人。</View>}
    </View>
  )
}
