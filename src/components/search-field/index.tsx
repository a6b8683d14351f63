import { Input, Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  value: string
  /** What can be typed here; also the field's name. */
  hint: string
  onInput: (value: string) => void
  /** The keyboard's search key or the button; without it the field filters while one types. */
  onSubmit?: (value: string) => void
  focus?: boolean
  /** The word on the button. */
  submit?: string
  id: string
}

/** A field to search in, with a cross to empty it. */
export function SearchField({ value, hint, onInput, onSubmit, focus, submit = '搜索', id }: Props) {
  return (
    <View className="search-field">
      <View className="search-field__box">
        <Icon name="search" />
        <Input
          id={id}
          className="search-field__input"
          type="text"
          confirmType="search"
          value={value}
          focus={focus}
          placeholder={hint}
          placeholderClass="search-field__hint"
          maxlength={60}
          onInput={event => onInput(event.detail.value)}
          onConfirm={event => onSubmit?.(event.detail.value)}
          {...a11y({ label: hint })}
        />
        {value !== '' && (
          <View
            id={`${id}-clear`}
            className="search-field__clear"
            onClick={() => onInput('')}
            {...a11y({ role: 'button', label: '清空' })}
          >
            <Icon name="close" />
          </View>
        )}
      </View>
      {onSubmit && (
        <View
          id={`${id}-submit`}
          className="search-field__submit"
          onClick={() => onSubmit(value)}
          {...a11y({ role: 'button' })}
        >
          <Text>{submit}</Text>
        </View>
      )}
    </View>
  )
}
