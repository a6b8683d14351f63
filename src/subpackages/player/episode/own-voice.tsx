import { View } from '@tarojs/components'
import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMeta } from '@domain/catalog/types'
import { spellSeconds } from '@/components/duration'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { open, routes } from '@/navigation'
import { setState, useOwn } from '../own'

/** 我来讲: the way to it, and which of the two voices is heard. */
export function OwnVoice({ meta, availability }: { meta: EpisodeMeta; availability: Availability }) {
  const { own, aside, draft } = useOwn(meta.id)
  const kept = own ?? aside
  const note = draft
    ? '刚录的一段等着您听一听'
    : kept
      ? `讲了 ${spellSeconds(kept.seconds)}，可以重录、交出去、删除`
      : '照着文稿讲，录下来只存在这部手机上'
  return (
    <View className="own-voice">
      <View>
        {own && availability === 'own' && (
          <Notice
            action={{
              text: meta.media ? '改放节目的录音' : '先不放',
              onPress: () => void setState(own, 'aside').catch(() => undefined),
            }}
          >
            这一集放的是您讲的。
          </Notice>
        )}
        {aside && (
          <Notice action={{ text: '放我讲的', onPress: () => void setState(aside, 'own').catch(() => undefined) }}>
            您讲过这一集，现在没有放。
          </Notice>
        )}
      </View>
      <Row id="to-tell" title={kept ? '我讲的' : '我来讲'} note={note} onPress={() => open(routes.tell(meta.id))} />
    </View>
  )
}
