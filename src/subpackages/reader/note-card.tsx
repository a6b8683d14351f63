import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { Note } from '@domain/notes/markdown'
import { shanghaiDay } from '@domain/time/day'
import { formatFullDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { DOT } from '@/components/dot'
import { formatSeconds } from '@/components/duration'
import { Notice } from '@/components/notice'
import { inPieces } from '@/components/pieces'
import { useNotes } from '@/stores/notes'
import './note-card.scss'

interface Props {
  note: Note
  /** Of the article or episode, where that is not the page itself. */
  title?: string
  onOpen?: () => void
}

/** A highlight with what was written to it; it can be changed and removed. */
export function NoteCard({ note, title, onOpen }: Props) {
  const { change, remove } = useNotes()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState(note.words)
  const [problem, setProblem] = useState<string>()
  const attempt = (doing: Promise<void>, then: () => void) =>
    void doing.then(
      () => {
        setProblem(undefined)
        then()
      },
      (error: Error) => setProblem(error.message),
    )
  const from = [
    title && `《${title}》`,
    note.second !== undefined && formatSeconds(note.second),
    formatFullDay(shanghaiDay(note.at)),
  ].filter(Boolean)
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
      <Text className="note__from">{inPieces(from.join(DOT))}</Text>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="note__actions">
        {onOpen && (
          <Button look="plain" onPress={onOpen}>
            {note.second === undefined ? '看原文' : '听这一句'}
          </Button>
        )}
        {editing ? (
          <Button look="plain" onPress={() => attempt(change(note.id, words), () => setEditing(false))}>
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
        onConfirm={() => {
          setAsking(false)
          attempt(remove(note.id), () => undefined)
        }}
        onCancel={() => setAsking(false)}
      >
        划线和写的话都会删掉，不能恢复。
      </Dialog>
    </View>
  )
}
