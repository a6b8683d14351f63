import { View } from '@tarojs/components'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useOffline } from '@/stores/offline'

/** On the web: whether texts and questions are on this phone, and a way to fetch them where it does not do so by itself. */
export function OwnFiles() {
  const { state, filling, fill } = useOffline()
  if (!state) return null
  const ready = state.left === 0
  return (
    <Section title="没有网络的时候">
      <Row
        id="own-files"
        title="文章、文稿和题目"
        note={
          ready ? '都在这台设备上，断网也能读、搜、答题' : `还有 ${state.left} 份没有存下来，${spellBytes(state.bytes)}`
        }
        done={ready}
        label={ready ? '文章、文稿和题目，都在这台设备上' : undefined}
      />
      {!ready && (
        <View className="downloads__actions">
          <Button id="fill-own" disabled={filling} onPress={() => void fill()}>
            {filling ? '正在存' : '现在存下来'}
          </Button>
        </View>
      )}
    </Section>
  )
}
