import { View } from '@tarojs/components'
import type { EpisodeMeta } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProgressLine } from '@/components/progress-line'
import { keptName } from '@/platform/files/kept-name'
import { canDownload, useDownloads } from '@/stores/downloads'
import { useKept } from '@/stores/kept'
import './download-row.scss'

/** Downloads one episode, shows how far it has come, and deletes it again. */
export function DownloadRow({ meta }: { meta: EpisodeMeta }) {
  const names = useKept(state => state.names)
  const { current, waiting, problems, add, cancel } = useDownloads()
  if (!meta.media) return null
  const size = spellBytes(meta.media.bytes)
  const share = current?.episode.id === meta.id ? current.share : undefined
  const coming = share !== undefined || waiting.some(it => it.id === meta.id)
  const kept = names.has(keptName(meta.media))
  if (!coming && !kept && !canDownload(meta, names)) return null
  return (
    <View className="download">
      {problems[meta.id] && !coming && <Notice tone="warning">{problems[meta.id]}</Notice>}
      {share !== undefined && <ProgressLine title={`正在下载，共 ${size}`} share={share} />}
      {coming && (
        <Button id="cancel-download" onPress={() => cancel(meta.id)}>
          {share === undefined ? '取消排队下载' : '取消下载'}
        </Button>
      )}
      {!coming && kept && (
        <Button id="delete-download" onPress={() => void useKept.getState().drop([keptName(meta.media!)])}>
          删除下载，腾出 {size}
        </Button>
      )}
      {!coming && !kept && (
        <Button id="download" onPress={() => add([meta])}>
          下载这一集，约 {size}
        </Button>
      )}
    </View>
  )
}
