import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

/** A quiet line under what it is about. */
export function Remark({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <View id={id} className="remark">
      {children}
    </View>
  )
}
