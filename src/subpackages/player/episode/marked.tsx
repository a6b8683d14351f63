import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { spellSeconds } from '@/components/duration'
import { Icon } from '@/components/icon'
import { open, routes } from '@/navigation'
import type { Mark } from './mark'
import './marked.scss'

/** Says that a sentence is kept, where to find it again, and takes it back; it stays until the next one. */
export function Marked({ mark, onUndo }: { mark: Mark; onUndo: () => void }) {
  const { second, made, problem } = mark
  return (
    <View className="marked" {...a11y({ role: 'status', live: 'polite' })}>
      <View className="marked__words">
        {!problem && <Icon name="check" />}
        <Text>{problem ? `没有记下来：${problem}` : `已记下 ${spellSeconds(second)}这一句`}</Text>
      </View>
      <View className="marked__ways">
        {made && (
          <Button id="mark-undo" look="plain" onPress={onUndo}>
            撤回
          </Button>
        )}
        <Button id="mark-notes" look="plain" onPress={() => open(routes.notes())}>
          看笔记
        </Button>
      </View>
    </View>
  )
}
