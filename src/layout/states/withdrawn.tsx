import { formatFullDay } from '@domain/time/format'
import { Empty } from '@/components/empty'
import { switchTab } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useHidden } from '@/stores/errata'

/** In the place of an item that the lists no longer have: whether it was taken out, when and why, or never was. */
export function Withdrawn({ id, what }: { id: string; what: '这篇文章' | '这一集' }) {
  const hidden = useHidden(id)
  const withheld = useCatalog(state => state.catalog?.withheld.find(it => it.id === id))
  const action = { text: '去学习', onPress: () => switchTab('learn') }
  if (hidden)
    return <Empty title={`${what}已撤下`} hint={`${formatFullDay(hidden.on)}：${hidden.note}`} action={action} />
  if (withheld)
    return (
      <Empty
        title={`《${withheld.title}》已撤下`}
        hint="还没有找到能打开的来源，找到以后再回来。您的笔记、收藏和学过的记录都还在。"
        action={action}
      />
    )
  return <Empty title={`没有${what}`} hint="它可能已经改名或撤下，可以在学习页找找别的" action={action} />
}
