import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Catalog } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { episodeCover } from '@/feed/covers'
import { open, routes } from '@/navigation'
import { useAppearance } from '@/stores/appearance'
import { useKept } from '@/stores/kept'
import { Stretched } from '@/layout/lists/stretched'
import { keptRows } from './list'

/** Rows sent with the page and after a tap. */
const PAGE = 20
const FEW = 6

/** What lies on the phone: each with its size, to be opened or deleted, and all at once. */
export function KeptList({ catalog }: { catalog: Catalog }) {
  const { files, drop } = useKept()
  const { theme } = useAppearance()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const rows = keptRows(catalog, files ?? [])
  const total = spellBytes(rows.reduce((sum, row) => sum + row.bytes, 0))
  return (
    <Section title="放在手机上的" aside={rows.length > 0 ? `${rows.length} 集，共 ${total}` : undefined}>
      {files && rows.length === 0 && (
        <View className="downloads__none">还没有下载。下载了的节目，没有网络也能听、能看。</View>
      )}
      <Stretched rows={rows} to={shown} id="stretch-kept">
        {({ name, bytes, episode }) => (
          <Row
            key={name}
            id={`kept-${episode?.id ?? name}`}
            picture={episode && episodeCover(episode, theme, 'player')?.address}
            title={episode?.title ?? '旧版本的录音，已经用不上'}
            meta={editing || !episode ? `删除 ${spellBytes(bytes)}` : spellBytes(bytes)}
            onPress={() => (editing || !episode ? void drop([name]) : open(routes.episode(episode.id)))}
          />
        )}
      </Stretched>
      {rows.length > shown && <Button onPress={() => setShown(n => n + FEW)}>再看几集</Button>}
      {rows.length > 0 && (
        <View className="downloads__actions">
          <Button id="edit-kept" onPress={() => setEditing(!editing)}>
            {editing ? '删好了' : '一集一集地删'}
          </Button>
          <Button id="drop-all" onPress={() => setAsking(true)}>
            全部删除
          </Button>
        </View>
      )}
      <Dialog
        open={asking}
        title={`删除下载的 ${rows.length} 集？`}
        confirm="删除"
        onConfirm={() => {
          setAsking(false)
          void drop(rows.map(row => row.name))
        }}
        onCancel={() => setAsking(false)}
      >
        腾出 {total}。听到哪里、学完没有，都不受影响；以后还可以再下载。
      </Dialog>
    </Section>
  )
}
