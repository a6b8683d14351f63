import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { BackCloses } from '../back-closes'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  open: boolean
  title: string
  /** The kind of thing, in gold above the title. */
  kind?: string
  onClose: () => void
  children: ReactNode
}

/** Rises from the bottom, closes by the veil, the cross, Back, or the Escape key (platform/page/keyboard). */
export function Sheet({ open, title, kind, onClose, children }: Props) {
  if (!open) return null
  return (
    <View className="sheet">
      <BackCloses onBack={onClose} />
      <View className="sheet__veil" catchMove onClick={onClose} {...a11y({ hidden: true })} />
      <View className="sheet__panel" {...a11y({ role: 'dialog', modal: true, label: title })}>
        <View className="sheet__head">
          <View className="sheet__names">
            {kind && <Text className="sheet__kind">{kind}</Text>}
            <Text className="sheet__title">{title}</Text>
          </View>
          <View
            className="sheet__close"
            id="sheet-close"
            onClick={onClose}
            {...a11y({ role: 'button', label: '关闭' })}
          >
            <Icon name="close" />
          </View>
        </View>
        {children}
      </View>
    </View>
  )
}
