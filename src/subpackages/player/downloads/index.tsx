import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Catalog, EpisodeMeta } from '@domain/catalog/types'
import { spellBytes } from '@/components/bytes'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { episodeCover } from '@/feed/covers'
import { Screen } from '@/layout/screen'
import { Stretched } from '@/layout/lists/stretched'
import { useAppearance } from '@/stores/appearance'
import { useCatalog } from '@/stores/catalog'
import { useDownloads } from '@/stores/downloads'
import { useKept } from '@/stores/kept'
import { KeptList } from './kept-list'
import { OwnFiles } from './own-files'
import { OwnList } from './own-list'
import { bytesOf, downloadable } from './list'
import './index.scss'

/** Rows sent with the page and after a tap. */
const PAGE = 20
const FEW = 6

/** What is downloaded, what is on its way, and what can be. */
export default function DownloadsPage() {
  const { catalog } = useCatalog()
  const { series } = useRouter().params
  return (
    <Screen title="下载的节目">
      <View>{catalog && <Coming />}</View>
      <OwnFiles />
      {catalog && <KeptList catalog={catalog} />}
      <View>{catalog && <OwnList catalog={catalog} />}</View>
      {catalog && <Offer catalog={catalog} first={series ?? catalog.series[0]!.id} />}
    </Screen>
  )
}

/** The one that is on its way, those that wait, and what went wrong. */
function Coming() {
  const { current, waiting, problems, cancel, cancelAll } = useDownloads()
  const failed = Object.values(problems)
  if (!current && failed.length === 0) return null
  return (
    <Section title="正在下载" aside={waiting.length > 0 ? `后面还有 ${waiting.length} 集` : undefined}>
      {failed.length > 0 && (
        <Notice tone="warning">{`${failed.length} 集没有下载下来：${failed[failed.length - 1]}`}</Notice>
      )}
      {current && (
        <View className="coming">
          <ProgressLine
            title={current.episode.title}
            share={current.share}
            text={`${Math.round(current.share * 100)}%，共 ${spellBytes(current.episode.media?.bytes ?? 0)}`}
          />
          <Button id="cancel-one" onPress={() => cancel(current.episode.id)}>
            取消这一集
          </Button>
          {waiting.length > 0 && (
            <Button id="cancel-all" onPress={cancelAll}>
              全部取消
            </Button>
          )}
        </View>
      )}
    </Section>
  )
}

/** One that can be downloaded. It says itself how that goes: what stands at the top of the page may be out of sight. */
function Offered({ episode }: { episode: EpisodeMeta }) {
  const { id, kind, title, media } = episode
  const add = useDownloads(state => state.add)
  const share = useDownloads(state => (state.current?.episode.id === id ? state.current.share : undefined))
  const waits = useDownloads(state => state.waiting.some(it => it.id === id))
  const problem = useDownloads(state => state.problems[id])
  const { theme } = useAppearance()
  const coming = share === undefined ? waits && '等着下载' : `正在下载 ${Math.round(share * 100)}%`
  return (
    <Row
      kind={kind === 'audio' ? '听' : '看'}
      picture={episodeCover(episode, theme, 'player')?.address}
      id={`get-${id}`}
      title={title}
      meta={coming || `${problem ? '再下载' : '下载'} ${spellBytes(media?.bytes ?? 0)}`}
      note={coming ? undefined : problem}
      onPress={() => add([episode])}
    />
  )
}

/** Episodes that a host has, one by one or a series at once; what it costs is said before. */
function Offer({ catalog, first }: { catalog: Catalog; first: string }) {
  const [series, setSeries] = useState(first)
  const [shown, setShown] = useState(PAGE)
  const [asking, setAsking] = useState(false)
  useReachBottom(() => setShown(n => n + FEW))
  const names = useKept(state => state.names)
  const add = useDownloads(state => state.add)
  const all = downloadable(catalog, series, names)
  const title = catalog.series.find(it => it.id === series)?.title ?? ''
  const size = spellBytes(bytesOf(all))
  return (
    <Section title="可以下载" aside={all.length > 0 ? `${all.length} 集，约 ${size}` : undefined}>
      <Choice
        id="series"
        label="哪个系列"
        value={series}
        options={catalog.series.map(it => ({ value: it.id as string, text: it.title }))}
        onChange={value => {
          setSeries(value)
          setShown(FEW)
        }}
      />
      {all.length > 1 && (
        <View className="downloads__actions">
          <Button id="download-all" onPress={() => setAsking(true)}>
            下载《{title}》全部 {all.length} 集，约 {size}
          </Button>
        </View>
      )}
      <Stretched rows={all} to={shown} id="stretch-offered">
        {it => <Offered key={it.id} episode={it} />}
      </Stretched>
      {all.length > shown && <Button onPress={() => setShown(n => n + FEW)}>再看几集</Button>}
      {all.length === 0 && (
        <View className="downloads__none">这个系列没有需要下载的：小程序自带的、已经下载的不用再下。</View>
      )}
      <Dialog
        open={asking}
        title={`下载 ${all.length} 集？`}
        confirm="下载"
        onConfirm={() => {
          setAsking(false)
          add(all)
        }}
        onCancel={() => setAsking(false)}
      >
        约 {size}，一集接一集地下，随时可以取消。没有连 Wi-Fi 时会用流量。
      </Dialog>
    </Section>
  )
}
