import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import './index.scss'

interface Props {
  children: ReactNode
  onPress: () => void
  /** `main` is red and at most one on a page; `quiet` is outlined; `plain` is a word that can be pressed. */
  look?: 'main' | 'quiet' | 'plain'
  disabled?: boolean
  /** Only where the words on it do not say enough. */
  label?: string
  id?: string
}

/** A button is a verb. A View with a role, because Taro's Button brings looks of its own and cannot be focused on the web. */
export function Button({ children, onPress, look = 'quiet', disabled = false, label, id }: Props) {
  return (
    <View
      id={id}
      className={classNames('button', `button--${look}`, disabled && 'button--disabled')}
      hoverClass={disabled ? 'none' : 'button--pressed'}
      onClick={disabled ? undefined : onPress}
      {...a11y({ role: 'button', label, disabled })}
    >
      {children}
    </View>
  )
}
