import { Textarea, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { quoteOf, sentencesOf } from '@domain/notes/anchor'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { OptionRow } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { a11y } from '@/components/a11y'
import { type NoteDraft, notesOf, useNotes } from '@/stores/notes'
import { NoteCard } from '../note-card'

interface Props {
  item: string
  /** The paragraph that was pressed; undefined keeps the sheet closed. */
  paragraph?: string
  /** The sentences chosen are to be a picture. */
  onPicture: (words: string) => void
  onClose: () => void
}

/** What has been noted in the paragraph; choose sentences to highlight, add words of one's own, keep. */
export function NoteSheet({ item, paragraph, onPicture, onClose }: Props) {
  if (paragraph === undefined) return null
  return (
    <Sheet open title="划线和笔记" onClose={onClose}>
      <NoteForm key={paragraph} item={item} paragraph={paragraph} onPicture={onPicture} onDone={onClose} />
    </Sheet>
  )
}

type FormProps = Pick<Props, 'item' | 'onPicture'> & { paragraph: string; onDone: () => void }

function NoteForm({ item, paragraph, onPicture, onDone }: FormProps) {
  const { notes, add, change, putDraft } = useNotes()
  const key = `${item} ${paragraph}`
  // Closed by a slip, or left with the phone's own back: what was written is still there.
  const [draft] = useState(() => useNotes.getState().drafts[key])
  const known = notesOf(notes, item).filter(it => paragraph.indexOf(it.quote.exact) >= 0)
  const sentences = sentencesOf(paragraph)
  const [chosen, setChosen] = useState<number[]>(draft?.chosen ?? (sentences.length === 1 ? [0] : []))
  const [words, setWords] = useState(draft?.words ?? '')
  const [problem, setProblem] = useState<string>()
  const left = useRef<NoteDraft>()
  left.current = { chosen, words }
  const kept = useRef(false)
  useEffect(() => () => putDraft(key, kept.current ? undefined : left.current), [key, putDraft])
  const toggle = (i: number) => setChosen(chosen.includes(i) ? chosen.filter(it => it !== i) : [...chosen, i].sort())
  const keeping = useRef(false)
  const keep = async () => {
    // Until it is written the sheet is open, and a second press would write it once more.
    if (keeping.current) return
    keeping.current = true
    try {
      // Neighbouring sentences become one highlight, so that they read as one.
      for (const [first, last] of runs(chosen)) {
        const quote = quoteOf(paragraph, sentences[first]!.start, sentences[last]!.end)
        const own = last === chosen[chosen.length - 1] ? words : ''
        const same = known.find(it => it.quote.exact === quote.exact)
        if (!same) await add(item, quote, own)
        else if (own) await change(same.id, same.words ? `${same.words}\n${own}` : own)
      }
      kept.current = true
      onDone()
    } catch (error) {
      setProblem((error as Error).message)
    }
    keeping.current = false
  }
  return (
    <View>
      <View>
        {known.map(note => (
          <NoteCard key={note.id} note={note} />
        ))}
      </View>
      {sentences.map(({ start, end }, i) => (
        <OptionRow
          key={start}
          id={`sentence-${i}`}
          mark={String(i + 1)}
          text={paragraph.slice(start, end)}
          multiple
          state={chosen.includes(i) ? 'picked' : 'open'}
          onPress={() => toggle(i)}
        />
      ))}
      <Textarea
        id="note-words"
        className="note-words"
        value={words}
        placeholder="想写点什么（可以不写）"
        maxlength={500}
        autoHeight
        onInput={event => setWords(event.detail.value)}
        {...a11y({ label: '笔记' })}
      />
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <Button id="note-keep" look="main" disabled={chosen.length === 0} onPress={() => void keep()}>
        {chosen.length === 0 ? '先选一句' : '保存'}
      </Button>
      <View className="note-picture">
        {chosen.length > 0 && (
          <Button
            id="note-picture"
            onPress={() => onPicture(chosen.map(i => paragraph.slice(sentences[i]!.start, sentences[i]!.end)).join(''))}
          >
            做成图片
          </Button>
        )}
      </View>
    </View>
  )
}

/** Consecutive numbers as first-and-last pairs. */
function runs(numbers: number[]): [first: number, last: number][] {
  const out: [number, number][] = []
  for (const n of numbers) {
    const open = out[out.length - 1]
    if (open && open[1] === n - 1) open[1] = n
    else out.push([n, n])
  }
  return out
}
