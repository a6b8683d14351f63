import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { cardLines, goneThrough } from '@domain/progress/finished-card'
import { Empty } from '@/components/empty'
import { inPieces } from '@/components/pieces'
import { ProgressLine } from '@/components/progress-line'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes, switchTab } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { PassOn } from '../pass-on'

/** A shelf or a series gone through to its end: the card for it, as text or as a picture. */
export default function FinishedCard() {
  const { shelf, series } = useRouter().params
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const id = shelf ?? series ?? ''
  const list = catalog && goneThrough(catalog, items, shelf ? 'shelf' : 'series', id)
  const lines = list?.finished ? cardLines(list.finished) : []
  return (
    <Screen title="学完卡" records>
      {catalog && !list && (
        <Empty
          title="没有这一架或这个系列"
          hint="它可能已经改名"
          action={{ text: '去学习', onPress: () => switchTab('learn') }}
        />
      )}
      {list && !list.finished && (
        <Empty
          title="还没有学完"
          hint={`全部学完，这里就有一张可以留作纪念的卡`}
          action={{ text: '接着学', onPress: () => open(shelf ? routes.shelf(id) : routes.series(id)) }}
        >
          <ProgressLine title={list.title} share={list.done / list.total} text={`${list.done} / ${list.total}`} />
        </Empty>
      )}
      {list?.finished && (
        <>
          <Section title={`学完了：${list.title}`}>
            {lines.map(line => (
              <View key={line}>
                <Text>{inPieces(line)}</Text>
              </View>
            ))}
          </Section>
          <PassOn
            id="finished"
            card={{
              year: list.finished.to.slice(0, 4),
              title: `我学完了：${list.title}`,
              lines,
              footer: `${catalog?.brand.name ?? ''} · 自己的学习记录，不是证书`,
            }}
          />
        </>
      )}
    </Screen>
  )
}
