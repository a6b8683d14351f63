import type { ArticleBody, ArticleMeta } from '@domain/catalog/types'
import { Icon } from '@/components/icon'
import { TitleAction } from '@/components/title-bar/action'
import { surveyParagraphs } from '@/platform/page/paragraphs'
import { useAloud } from '@/stores/aloud'
import { useVoice } from '@/stores/voice'
import { bodyOf } from './body'

interface Props {
  meta: ArticleMeta
  /** Not until it has come: the control has its place before, so that the bar does not grow by a line under who reads. */
  body: ArticleBody | undefined
}

/** Reads the article aloud from the paragraph in sight, and stops; not there where the platform cannot speak. */
export function AloudAction({ meta, body }: Props) {
  const able = useVoice(state => state.able)
  const speaking = useAloud(state => state.article?.id === meta.id)
  const { start, close } = useAloud.getState()
  if (!able) return null
  const begin = async () => {
    if (!body) return
    const seen = await surveyParagraphs(...bodyOf(meta.id))
    start(meta, body, seen?.first ?? 0)
  }
  return (
    <TitleAction
      id="aloud"
      label={speaking ? '停止朗读' : '从这里读给我听'}
      onPress={() => (speaking ? close() : void begin())}
    >
      <Icon name={speaking ? 'pause' : 'headphones'} />
    </TitleAction>
  )
}
