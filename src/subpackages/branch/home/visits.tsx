import { View } from '@tarojs/components'
import { VISIT_STATES, visitState } from '@domain/district/visits'
import { formatDay } from '@domain/time/format'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { fromAboveApi } from '@/api/oversight'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'

/** What those above found when they came, until it is put right. What cannot be read just says nothing here. */
export function Visits({ branch }: { branch: string }) {
  const read = useQuery(`own-visits-${branch}`, fromAboveApi(authorised, branch).visits)
  const day = today()
  const open = read.status === 'ready' ? read.value.filter(it => it.due !== undefined && it.closed === undefined) : []
  return (
    <View>
      {open.length > 0 && (
        <Section title="上级来看过，要改的">
          {open.map(it => (
            <Row
              key={it.id}
              id={`own-visit-${it.id}`}
              title={it.findings ?? ''}
              note={`${it.from}，${formatDay(it.day ?? day)}来的，${formatDay(it.due ?? day)}以前改好`}
              meta={VISIT_STATES[visitState(it, day)]}
            />
          ))}
        </Section>
      )}
    </View>
  )
}
