import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OwnRecording } from '@domain/catalog/own-recording'
import { seemsUnfinished, secondsToTell, type Prompt } from '@domain/catalog/prompter'
import type { EpisodeMeta } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { spellSeconds } from '@/components/duration'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { useSettings } from '@/stores/settings'
import { dropOwn, setState } from '../own'
import { useListening } from './listening'

interface Props {
  draft: OwnRecording
  meta: EpisodeMeta
  prompt: Prompt | undefined
}

/** What was just recorded: to be listened to, then kept or not. It waits here, through a kill too. */
export function Draft({ draft, meta, prompt }: Props) {
  const { playing, problem, toggle } = useListening(draft, meta.title)
  const [failed, setFailed] = useState<string>()
  const [asking, setAsking] = useState(false)
  const pace = useSettings(state => state.pace)
  const keep = () =>
    setState(draft, 'own').catch((error: Error) => setFailed(forMembers(error.message, '没有存下来，请再试一次')))
  return (
    <Section title="刚录的一段" aside={spellSeconds(draft.seconds)}>
      <View>
        {prompt && seemsUnfinished(prompt, draft.seconds) && (
          <Notice>{`全文约要讲 ${spellSeconds(secondsToTell(prompt, pace))}，这一段像是没有讲完。`}</Notice>
        )}
      </View>
      <View>{(problem ?? failed) && <Notice tone="warning">{problem ?? failed}</Notice>}</View>
      <View className="tell__ways">
        <Button id="hear-draft" onPress={() => void toggle()}>
          {playing ? '先不听' : '听一听'}
        </Button>
        <Button id="keep-draft" look="main" onPress={() => void keep()}>
          存下来
        </Button>
      </View>
      <View className="tell__after">
        存下来以后，这部手机上的这一集就放您讲的，随时可以换回节目的录音。
        <Button id="drop-draft" look="plain" onPress={() => setAsking(true)}>
          这段不要了
        </Button>
      </View>
      <Dialog
        open={asking}
        title={`这段 ${spellSeconds(draft.seconds)}的录音不要了？`}
        confirm="不要了"
        cancel="留着"
        stay
        onConfirm={() => {
          setAsking(false)
          void dropOwn(draft)
        }}
        onCancel={() => setAsking(false)}
      >
        删掉就找不回来了，要讲得重新录。
      </Dialog>
    </Section>
  )
}
