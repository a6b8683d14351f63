import { View } from '@tarojs/components'
import { useSettings } from '@/stores/settings'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'

/** Type size in one place for the whole app; also in the settings. */
export const TYPE_CHOICES: { value: 0 | 1 | 2 | 3 | 4; text: string }[] = [
  { value: 0, text: '随手机' },
  { value: 1, text: '标准' },
  { value: 2, text: '大' },
  { value: 3, text: '特大' },
  { value: 4, text: '超大' },
]

export function TypeSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { type, set } = useSettings()
  return (
    <Sheet open={open} title="字号" onClose={onClose}>
      <View>选一种看着舒服的，全部页面一起变。</View>
      <Choice id="type" label="字号" value={type} options={TYPE_CHOICES} onChange={value => set({ type: value })} />
    </Sheet>
  )
}
