import { Text, Textarea, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { notesMarkdown, type Note } from '@domain/notes/markdown'
import { shanghaiDay } from '@domain/time/day'
import { formatFullDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { copyText } from '@/services/clipboard'
import { open, routes, switchTab } from '@/services/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useNotes } from '@/stores/notes'
import './index.scss'

/** Notes at once; more on request. */
const PAGE = 20

/** All highlights and notes, newest article first; they can be changed, removed and taken away as Markdown. */
export default function Notes() {
  const { catalog } = useCatalog()
  const { notes, load } = useNotes()
  const [shown, setShown] = useState(PAGE)
  const [copied, setCopied] = useState<boolean>()
  useEffect(() => void load(), [load])
  const all = Object.values(notes ?? {}).sort((a, b) => b.at - a.at)
  const titleOf = (item: string) => findArticle(catalog, item)?.title ?? '这篇文章已经撤下'
  if (notes && all.length === 0) {
    return (
      <Screen title="我的笔记">
        <Empty
          title="还没有笔记"
          hint="读文章时长按一段，就能划线、记笔记"
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
          <NoteCard key={note.id} note={note} title={titleOf(note.item)} />
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

function NoteCard({ note, title }: { note: Note; title: string }) {
  const { change, remove } = useNotes()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState(note.words)
  return (
    <View className="note">
      <Text className="note__quote">{note.quote.exact}</Text>
      {editing ? (
        <Textarea
          className="note-words"
          value={words}
          maxlength={500}
          autoHeight
          onInput={event => setWords(event.detail.value)}
          {...a11y({ label: '笔记' })}
        />
      ) : (
        note.words && <Text className="note__words">{note.words}</Text>
      )}
      <Text className="note__from">
        《{title}》 · {formatFullDay(shanghaiDay(note.at))}
      </Text>
      <View className="note__actions">
        <Button look="plain" onPress={() => open(routes.article(note.item))}>
          看原文
        </Button>
        {editing ? (
          <Button look="plain" onPress={() => void change(note.id, words).then(() => setEditing(false))}>
            保存
          </Button>
        ) : (
          <Button look="plain" onPress={() => setEditing(true)}>
            {note.words ? '修改' : '写几句'}
          </Button>
        )}
        <Button look="plain" onPress={() => setAsking(true)}>
          删除
        </Button>
      </View>
      <Dialog
        open={asking}
        title="删除这条笔记？"
        confirm="删除"
        onConfirm={() => void remove(note.id)}
        onCancel={() => setAsking(false)}
      >
        划线和写的话都会删掉，不能恢复。
      </Dialog>
    </View>
  )
}
