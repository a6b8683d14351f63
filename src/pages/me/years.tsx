import { useState } from 'react'
import type { Catalog } from '@domain/catalog/types'
import type { MemberItem } from '@domain/progress/summaries'
import { periodCompletion, studiedYears, yearStoodIn } from '@domain/progress/years'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { Remark } from '@/components/remark'
import { Section } from '@/components/section'
import { YearsThread } from '@/components/years-thread'
import { CardSheet } from '@/layout/card-sheet/card-sheet'
import type { CardContent } from '@/platform/media/card-drawing'
import { useAppearance } from '@/stores/appearance'

/** Years at which a period begins. */
const MARKS = [1921, 1949, 1978, 2012]

interface Props {
  catalog: Catalog
  items: Record<string, MemberItem>
  day: string
}

/** One thread from 1921 to today whose years ink in as they are studied; with its table, and as a picture to pass on. */
export function Years({ catalog, items, day }: Props) {
  const [table, setTable] = useState(false)
  const [card, setCard] = useState<CardContent>()
  const { theme } = useAppearance()
  const years = studiedYears(catalog, items, day)
  const studied = years.filter(it => it.done > 0)
  const finished = studied.reduce((sum, it) => sum + it.done, 0)
  const words = `1921年到今天，学过 ${studied.length} 个年头`
  const spans = periodCompletion(catalog, items).map(({ id, done, total }) => {
    const { from, to } = catalog.periods.find(it => it.id === id)!
    const shelf = catalog.shelves.find(it => it.id === id)
    return { name: shelf?.short ?? '', note: `${done} / ${total}`, from, to }
  })
  const toggle = (
    <Button id="years-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  const share = () =>
    setCard({
      year: '1921',
      title: `到今天，学过 ${studied.length} 个年头`,
      lines: [`学完 ${finished} 篇文章和节目，一横是一年，墨是学过的`],
      footer: catalog.brand.name,
      years,
    })
  return (
    <Section title="1921 年到今天" aside={toggle}>
      {table ? (
        <DataTable
          page={7}
          head={['年份', '学完', '一共']}
          rows={years.filter(it => it.total > 0).map(it => [`${it.year}年`, `${it.done}`, `${it.total}`])}
        />
      ) : (
        <YearsThread
          years={years}
          marks={MARKS}
          stand={yearStoodIn(catalog, items)}
          spans={spans}
          theme={theme}
          label={words}
        />
      )}
      <Remark>
        {studied.length > 0 ? `一横是一年，学过 ${studied.length} 个年头` : '一横是一年，学过的会变成墨色'}
      </Remark>
      {studied.length > 0 && (
        <Button id="years-share" onPress={share}>
          做成一张图
        </Button>
      )}
      <CardSheet content={card} onClose={() => setCard(undefined)} />
    </Section>
  )
}
