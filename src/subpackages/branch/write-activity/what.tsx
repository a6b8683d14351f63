import { Textarea, View } from '@tarojs/components'
import { isNeeded, limitOf } from '@domain/branch/activities'
import { type ActivityField, type ActivityKind, isDone } from '@domain/contract/activity-kinds'
import { a11y } from '@/components/a11y'
import { Section } from '@/components/section'
import type { ActivityDraft } from '@/stores/activity-drafts'
import { Line } from '../line'

interface Props {
  kind: ActivityKind
  it: ActivityDraft
  onChange: (part: Partial<ActivityDraft>) => void
}

/** What it is about, and what the kind asks for beside. */
export function What({ kind, it, onChange }: Props) {
  const done = isDone(kind, it.state)
  const put = (id: string, words: string) => onChange({ words: { ...it.words, [id]: words } })
  return (
    <Section title={kind.title}>
      <Line
        id="activity-title"
        title={kind.asks}
        hint={kind.hint}
        value={it.title}
        onInput={title => onChange({ title })}
      />
      {kind.fields.map(field => (
        <Field
          key={field.id}
          field={field}
          needed={isNeeded(field, done)}
          value={it.words[field.id] ?? ''}
          onInput={words => put(field.id, words)}
        />
      ))}
      {kind.outsiders && <View className="desk-note">支部以外的人只写是什么人，不写姓名和电话。</View>}
    </Section>
  )
}

interface FieldProps {
  field: ActivityField
  needed: boolean
  value: string
  onInput: (value: string) => void
}

function Field({ field, needed, value, onInput }: FieldProps) {
  const { id, title, hint, long } = field
  const name = needed ? title : `${title}（可以不写）`
  if (!long) return <Line id={`activity-${id}`} title={name} hint={hint} value={value} onInput={onInput} />
  return (
    <>
      <View>{name}</View>
      <Textarea
        id={`activity-${id}`}
        className="note-words"
        value={value}
        maxlength={limitOf(field)}
        placeholder={hint ?? title}
        autoHeight
        onInput={event => onInput(event.detail.value)}
        {...a11y({ label: title })}
      />
    </>
  )
}
