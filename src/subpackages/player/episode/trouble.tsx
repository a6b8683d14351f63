import type { EpisodeMeta } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { useAvailability } from '@/hooks/availability'
import { useNetwork } from '@/stores/network'
import { usePlayer } from '@/stores/player'
import { useVoice } from '@/stores/voice'

interface Props {
  meta: EpisodeMeta
  series: string
}

/** What stands between the member and the sound, with what can be done about it. */
export function Trouble({ meta, series }: Props) {
  const { episode, status, problem, availability, start, close } = usePlayer()
  const { connected } = useNetwork()
  const best = useAvailability()(meta)
  const mine = episode?.id === meta.id
  const again = () => void start(meta, series)
  if (mine && status === 'asking') {
    return (
      <Notice
        action={{ text: '用流量听', onPress: () => void start(meta, series, { agreed: true }) }}
      >{`省流量开着，现在没有连 Wi-Fi。这一集约 ${spellBytes(meta.media?.bytes ?? 0)}。`}</Notice>
    )
  }
  if (mine && availability === 'voice' && best !== 'voice' && best !== 'words') {
    const recording = () => {
      close()
      again()
    }
    return <Notice action={{ text: '改放录音', onPress: recording }}>正在用手机自己的声音读，不是这一集的录音。</Notice>
  }
  const failed = mine && status === 'failed'
  // What sounds has come already, or enough of it.
  const cut = !connected && best === 'host' && !(mine && status === 'playing')
  if (cut) {
    return (
      <>
        <Notice tone="warning" action={failed ? { text: '再试一次', onPress: again } : undefined}>
          现在没有网络，这一集的录音要联网才能听。文稿在下面，没有网络也能读。
        </Notice>
        <Spoken meta={meta} series={series} />
      </>
    )
  }
  if (!failed) return null
  return (
    <>
      <Notice tone="warning" action={{ text: '再试一次', onPress: again }}>
        放不出来：{problem}。文稿在下面，可以先读。
      </Notice>
      {availability !== 'voice' && <Spoken meta={meta} series={series} />}
    </>
  )
}

/** The phone's own voice, where it has one. */
function Spoken({ meta, series }: Props) {
  const able = useVoice(state => state.able)
  if (!able) return null
  return (
    <Button id="use-voice" onPress={() => void usePlayer.getState().start(meta, series, { voice: true })}>
      先用手机自己的声音读
    </Button>
  )
}
