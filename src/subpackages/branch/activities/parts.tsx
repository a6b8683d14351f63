import { View } from '@tarojs/components'
import { useState } from 'react'
import { activityParts, whenWord } from '@domain/branch/activities'
import type { Activity } from '@domain/contract/activities'
import { type ActivityKind, stateTitle } from '@domain/contract/activity-kinds'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { today } from '@/platform/phone/clock'

/** Rows of a part at once. */
const PAGE = process.env.TARO_ENV === 'weapp' ? 6 : 10

interface Props {
  kinds: readonly ActivityKind[]
  activities: readonly Activity[]
  onOpen: (id: string) => void
}

/** What is late, what is to come, what is done. */
export function Parts({ kinds, activities, onOpen }: Props) {
  const day = today()
  const { late, open, done } = activityParts(activities, day)
  const line = (it: Activity) => {
    const kind = kinds.find(one => one.id === it.kind)
    const note = [whenWord(it, day), kind?.title, it.leadName].filter(Boolean).join('，')
    return (
      <Row
        key={it.id}
        id={`activity-${it.id}`}
        title={it.title}
        note={note}
        meta={it.done && it.members !== undefined ? `参加 ${it.present} / ${it.members}` : stateTitle(kind, it.state)}
        onPress={() => onOpen(it.id)}
      />
    )
  }
  return (
    <View>
      <Part id="late" title="过了日子，还没办完" list={late} line={line} />
      <Part id="open" title="要办的" list={open} line={line} />
      <Part id="done" title="办过的" list={done} line={line} />
    </View>
  )
}

interface PartProps {
  id: string
  title: string
  list: readonly Activity[]
  line: (it: Activity) => JSX.Element
}

function Part({ id, title, list, line }: PartProps) {
  const [shown, setShown] = useState(PAGE)
  if (list.length === 0) return null
  return (
    <Section title={title} aside={`${list.length} 件`}>
      <View id={`activities-${id}`}>{list.slice(0, shown).map(line)}</View>
      <View>
        {list.length > shown && (
          <Button id={`more-${id}`} onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, list.length - shown)} 件
          </Button>
        )}
      </View>
    </Section>
  )
}
