import { useState } from 'react'
import type { TodayPlan } from '@domain/catalog/plan'
import type { Catalog } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { ArticleRow } from '@/components/item-row'
import { Remark } from '@/components/remark'
import { Row } from '@/components/row'
import { Sheet } from '@/components/sheet'
import { open, routes } from '@/navigation'
import { findArticle } from '@/stores/catalog'
import { useMember } from '@/stores/member'

/** Rows at once: a sheet opens with little. */
const FEW = 4

/** What this week's articles have in common; one tap shows them, what has not been read first. */
export function WeekTheme({ catalog, plan, week }: { catalog: Catalog; plan: TodayPlan; week: readonly string[] }) {
  const [opened, setOpened] = useState(false)
  const [shown, setShown] = useState(FEW)
  const items = useMember(state => state.progress.items)
  const done = (id: string) => items[id]?.finishedAt !== undefined
  const articles = week.flatMap(id => findArticle(catalog, id) ?? [])
  const ordered = [...articles.filter(it => !done(it.id)), ...articles.filter(it => done(it.id))]
  return (
    <>
      <Row id="week-theme" title={plan.theme} note={`本周主题：${plan.note}`} onPress={() => setOpened(true)} />
      <Sheet open={opened} kind="本周主题" title={plan.theme} onClose={() => setOpened(false)}>
        <Remark>{plan.note}</Remark>
        {ordered.slice(0, shown).map(article => (
          <ArticleRow
            key={article.id}
            article={article}
            done={done(article.id)}
            onPress={() => open(routes.article(article.id))}
          />
        ))}
        {ordered.length > shown && (
          <Button id="week-more" look="plain" onPress={() => setShown(n => n + FEW)}>
            再看几篇
          </Button>
        )}
      </Sheet>
    </>
  )
}
