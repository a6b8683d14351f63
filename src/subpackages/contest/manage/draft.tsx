import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContestDetail } from '@domain/contract/contests'
import { windowWords } from '@domain/contest/words'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Section } from '@/components/section'
import { Said, useSaid } from '@/layout/states/said'
import { back } from '@/navigation'
import { authorised } from '@/stores/session'

interface Props {
  org: string
  detail: ContestDetail
  onChanged: () => Promise<void>
}

/** What is missing before it can be published, and publishing. */
export function Draft({ org, detail: { id, missing, revision, settings }, onChanged }: Props) {
  const [asking, setAsking] = useState<'publish' | 'remove'>()
  const { said, busy, attempt } = useSaid()
  const api = contestDeskApi(authorised, org).of(id)
  const publish = async () => {
    setAsking(undefined)
    await attempt(() => api.publish(revision), '已经发布，到时间自己开始')
    await onChanged()
  }
  const remove = async () => {
    setAsking(undefined)
    if (await attempt(() => api.remove())) back()
  }
  return (
    <Section title="发布">
      <View id="contest-missing">
        {missing.length === 0
          ? '都齐了，可以发布。发布以后题库和设置就封住，不能再改，只能提前结束。'
          : missing.map(words => (
              <View key={words} className="contest-rule">
                {words}
              </View>
            ))}
      </View>
      <Said said={said} />
      <View className="contest-actions">
        <Button
          id="contest-publish"
          look="main"
          disabled={busy || missing.length > 0}
          onPress={() => setAsking('publish')}
        >
          发布
        </Button>
        <Button id="contest-remove" disabled={busy} onPress={() => setAsking('remove')}>
          删除草稿
        </Button>
      </View>
      <Dialog
        open={asking === 'publish'}
        title="现在发布？"
        confirm="发布"
        onConfirm={() => void publish()}
        onCancel={() => setAsking(undefined)}
      >
        {windowWords(settings)}。发布以后，能参加的党员在首页看得到；题库封住，指纹公布，不能再改。
      </Dialog>
      <Dialog
        open={asking === 'remove'}
        title="删除这份草稿？"
        confirm="删除"
        onConfirm={() => void remove()}
        onCancel={() => setAsking(undefined)}
      >
        设置和导入的题库一起删掉，不能恢复。
      </Dialog>
    </Section>
  )
}
