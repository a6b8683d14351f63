import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { whenWord } from '@domain/branch/activities'
import type { OwnActivity } from '@domain/contract/activities'
import { type ActivityKind, stateTitle } from '@domain/contract/activity-kinds'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { ownActivities } from '@/api/activities'
import { readActivityKinds } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'

const readPlanned = async () => ({ kinds: await readActivityKinds(), list: await ownActivities(authorised) })

/** What the branch plans to do, and what is one's own to do. What cannot be read just says nothing here. */
export function Planned() {
  const read = useQuery('planned', readPlanned)
  useDidShow(() => void read.reload())
  const { kinds, list } = read.status === 'ready' ? read.value : { kinds: [], list: [] }
  return (
    <View>
      {list.length > 0 && (
        <Section title="支部要办的">
          {list.map(it => (
            <Row key={it.id} title={it.title} note={noteOf(it, kinds)} meta={it.own ? '您来办' : undefined} />
          ))}
        </Section>
      )}
    </View>
  )
}

function noteOf(it: OwnActivity, kinds: readonly ActivityKind[]): string {
  const kind = kinds.find(one => one.id === it.kind)
  const step = it.due && stateTitle(kind, it.state)
  return [whenWord({ ...it, done: false }, today()), it.place, kind?.title, step].filter(Boolean).join('，')
}
