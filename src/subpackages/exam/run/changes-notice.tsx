import { Notice } from '@/components/notice'
import type { Changes } from '@/stores/quiz-session'

/** After an update of the questions: what became of the session that was interrupted. */
export function ChangesNotice({ changes }: { changes?: Changes }) {
  if (!changes) return null
  const { kept, updated, replaced, dropped } = changes
  const words = [
    kept.length > 0 && `${kept.length} 题已经答过，答案照旧算`,
    updated.length > 0 && `${updated.length} 题改了文字，请按现在的作答`,
    replaced.length > 0 && `${replaced.length} 题已撤下，换成了同类的题`,
    dropped.length > 0 && `${dropped.length} 题已撤下`,
  ].filter(Boolean)
  if (words.length === 0) return null
  return <Notice>题库更新过：{words.join('；')}。</Notice>
}
