import { Icon } from '@/components/icon'
import { TitleAction } from '@/components/title-bar/action'
import { useMember } from '@/stores/member'

/** The star of an article or an episode. */
export function Favourite({ id }: { id: string }) {
  const on = useMember(state => !!state.progress.favourites[id]?.on)
  const record = useMember(state => state.record)
  return (
    <TitleAction
      id="favourite"
      label={on ? '取消收藏' : '收藏'}
      onPress={() => void record([{ kind: 'favourite', item: id, on: !on }])}
    >
      <Icon name={on ? 'star-on' : 'star'} />
    </TitleAction>
  )
}
