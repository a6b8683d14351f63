import { Input, Textarea, View } from '@tarojs/components'
import { a11y } from './a11y'

interface Props {
  id: string
  title: string
  /** What stands in it while it is empty; the title without one. */
  hint?: string | undefined
  value: string
  /** Characters. */
  limit: number
  onInput: (value: string) => void
}

/** One line to write, under what it is called. */
export function Line({ id, title, hint, value, limit, onInput }: Props) {
  return (
    <>
      <View>{title}</View>
      <Input
        id={id}
        className="field"
        value={value}
        maxlength={limit}
        placeholder={hint ?? title}
        onInput={event => onInput(event.detail.value)}
        {...a11y({ label: title })}
      />
    </>
  )
}

/** Some lines to write. */
export function Words({ id, title, hint, value, limit, onInput }: Props) {
  return (
    <>
      <View>{title}</View>
      <Textarea
        id={id}
        className="note-words"
        value={value}
        maxlength={limit}
        autoHeight
        placeholder={hint ?? title}
        onInput={event => onInput(event.detail.value)}
        {...a11y({ label: title })}
      />
    </>
  )
}
