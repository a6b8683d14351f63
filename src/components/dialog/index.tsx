import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { BackCloses } from '../back-closes'
import { Button } from '../button'
import './index.scss'

interface Props {
  open: boolean
  title: string
  children?: ReactNode
  /** A verb: 清除, 交卷. */
  confirm: string
  cancel?: string
  /** Not to go on is what most want: that button is the main one. */
  stay?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before what cannot be undone. Taro's own modal ignores theme and type on the web. */
export function Dialog({ open, title, children, confirm, cancel = '取消', stay, onConfirm, onCancel }: Props) {
  if (!open) return null
  return (
    <View className="dialog" catchMove>
      <BackCloses onBack={onCancel} />
      <View className="dialog__box" {...a11y({ role: 'alertdialog', modal: true, label: title })}>
        <View className="dialog__title">{title}</View>
        {children && <View className="dialog__words">{children}</View>}
        <View className="dialog__actions">
          <Button id="dialog-cancel" look={stay ? 'main' : 'quiet'} onPress={onCancel}>
            {cancel}
          </Button>
          <Button id="dialog-confirm" look={stay ? 'quiet' : 'main'} onPress={onConfirm}>
            {confirm}
          </Button>
        </View>
      </View>
    </View>
  )
}
