import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/dialog'
import { switchTab } from '@/navigation'
import { onMissingPage, onUnknownPage } from '@/platform/page/missing-pages'
import { useAppearance } from '@/stores/appearance'
import './missing-page.scss'

/** Beside the pages rather than on one: the first page of all may be the one that is missing. */
export function MissingPage(): JSX.Element {
  const { theme, step } = useAppearance()
  const [again, setAgain] = useState<() => void>()
  const [unknown, setUnknown] = useState(false)
  useEffect(() => {
    onMissingPage(retry => setAgain(() => retry))
    onUnknownPage(() => setUnknown(true))
  }, [])
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
      <Dialog
        open={unknown && !again}
        title="没有这一页"
        confirm="看首页"
        cancel="去学习"
        onConfirm={() => setUnknown(false)}
        onCancel={() => {
          setUnknown(false)
          switchTab('learn')
        }}
      >
        这个地址下没有内容：可能抄漏了字，也可能是以前的地址。已经回到首页。
      </Dialog>
    </View>
  )
}
