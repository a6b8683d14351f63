import { useCallback, useEffect, useState } from 'react'
import type { Catalog } from '@domain/catalog/types'
import { notesMarkdown, type Note } from '@domain/notes/markdown'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { Screen } from '@/layout/screen'
import { copyText } from '@/platform/phone/clipboard'
import { open, routes, switchTab } from '@/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useNotes } from '@/stores/notes'
import { usePlayer } from '@/stores/player'
import { NoteCard } from '../note-card'

/** Notes at once; more on request. */
const PAGE = 20

/** To the words where they stand; what was marked while listening sounds from there. */
function reopen(catalog: Catalog | undefined, { item, quote, second }: Note): void {
  const episode = findEpisode(catalog, item)
  if (!episode) return open(routes.article(item, { words: quote.exact }))
  const series = catalog?.series.find(it => it.id === episode.series)?.title ?? ''
  if (episode.kind === 'audio') void usePlayer.getState().start(episode, series, { at: second })
  open(routes.episode(item, quote.exact))
}

/** All highlights and notes, newest article first; they can be changed, removed and taken away as Markdown. */
export default function Notes() {
  const { catalog } = useCatalog()
  const { notes, load } = useNotes()
  const [shown, setShown] = useState(PAGE)
  const [copied, setCopied] = useState<boolean>()
  const [problem, setProblem] = useState<string>()
  const read = useCallback(() => {
    setProblem(undefined)
    load().catch((error: Error) => setProblem(error.message))
  }, [load])
  useEffect(read, [read])
  const all = Object.values(notes ?? {}).sort((a, b) => b.at - a.at)
  const titleOf = (item: string) => {
    const withheld = catalog?.withheld.find(it => it.id === item)
    const known = findArticle(catalog, item) ?? findEpisode(catalog, item)
    return known?.title ?? (withheld ? `${withheld.title}（已撤下）` : '这一篇已经撤下')
  }
  if (!notes) {
    return (
      <Screen title="我的笔记">
        {problem ? <Failed message={problem} reload={read} /> : <Waiting>正在读您的笔记…</Waiting>}
      </Screen>
    )
  }
  if (all.length === 0) {
    return (
      <Screen title="我的笔记">
        <Empty
          title="还没有笔记"
          hint="读文章时长按一段，就能划线、记笔记；听节目时点“记这句”"
          action={{ text: '去学习', onPress: () => switchTab('learn') }}
        />
      </Screen>
    )
  }
  return (
    <Screen title="我的笔记">
      <Section title="我的笔记" aside={`${all.length} 条，只在这部手机上`}>
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warning'}>
            {copied
              ? '✓ 全部笔记已经复制（Markdown 格式），可以粘贴到别处'
              : '没有复制成。浏览器可能不许复制，请再点一次；还是不行，可以到“设置”里导出记录。'}
          </Notice>
        )}
        {all.slice(0, shown).map(note => (
          <NoteCard key={note.id} note={note} title={titleOf(note.item)} onOpen={() => reopen(catalog, note)} />
        ))}
        {all.length > shown && (
          <Button id="more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, all.length - shown)} 条
          </Button>
        )}
      </Section>
      <Button
        id="notes-copy"
        onPress={() =>
          void copyText(notesMarkdown(all, titleOf)).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        复制全部笔记
      </Button>
    </Screen>
  )
}
