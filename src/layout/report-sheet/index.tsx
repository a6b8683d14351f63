import { Textarea, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { useReports } from '@/stores/reports'
import './index.scss'

/** Where a member says what is wrong. Opened by `useReports().openReport`; a page that uses it carries this once. */
export function ReportSheet() {
  const { subject, closeReport, send } = useReports()
  const [note, setNote] = useState('')
  const [state, setState] = useState<'writing' | 'kept'>('writing')
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    setNote('')
    setProblem(undefined)
    setState('writing')
  }, [subject])
  if (!subject) return null
  const keep = () =>
    send(note).then(
      () => setState('kept'),
      (error: Error) => setProblem(error.message),
    )
  return (
    <Sheet open title="报告错误" onClose={closeReport}>
      <View className="report-sheet__words">{subject.words}</View>
      {state === 'kept' ? (
        <>
          <Notice tone="good">✓ 已记在这部手机上。到“错题本”可以把报告复制出来，发给编辑。</Notice>
          <Button id="report-done" look="main" onPress={closeReport}>
            完成
          </Button>
        </>
      ) : (
        <>
          <Textarea
            id="report-note"
            className="note-words"
            value={note}
            maxlength={300}
            placeholder="哪里不对，应该是什么，依据是什么"
            onInput={event => setNote(event.detail.value)}
            {...a11y({ label: '哪里不对' })}
          />
          {problem && <Notice tone="warning">{problem}</Notice>}
          <View className="report-sheet__hint">只记下来给编辑看，不改答案，也不影响成绩。</View>
          <Button id="report-send" look="main" onPress={() => void keep()}>
            记下来
          </Button>
        </>
      )}
    </Sheet>
  )
}
