import { objectOf } from '@domain/catalog/objects'
import { Drawing } from '@/components/drawing'
import { readObjects } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { afterPaint } from '@/platform/page/after-paint'
import { useAppearance } from '@/stores/appearance'

/** An article is there for its words: they come first. */
const readAfterPaint = () => afterPaint().then(readObjects)

/** The drawn object of an article, where it has one; without it nothing is missing, so nothing is said of a failure. */
export function ArticleObject({ article, className }: { article: string; className?: string }) {
  const objects = useQuery('objects', readAfterPaint)
  const { theme } = useAppearance()
  const object = objects.status === 'ready' ? objectOf(objects.value, article) : undefined
  return object ? <Drawing object={object} theme={theme} className={className} /> : null
}
