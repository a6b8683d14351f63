import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/dialog'
import { onMissingPage } from '@/platform/page/missing-pages'
import { useAppearance } from '@/stores/appearance'
import './missing-page.scss'

/** Beside the pages rather than on one: the first page of all may be the one that is missing. */
export function MissingPage(): JSX.Element {
  const { theme, step } = useAppearance()
  const [again, setAgain] = useState<() => void>()
  useEffect(() => onMissingPage(retry => setAgain(() => retry)), [])
  const close = () => setAgain(undefined)
  return (
    <View className={`missing-page theme-${theme} type-${step}`}>
      <Dialog
        open={!!again}
        title="这一页还没有取来"
        confirm="再试一次"
        cancel="知道了"
        onConfirm={() => {
          close()
          again?.()
        }}
        onCancel={close}
      >
        没有网络，或者网络太慢。连上网后，点“再试一次”。
      </Dialog>
    </View>
  )
}
