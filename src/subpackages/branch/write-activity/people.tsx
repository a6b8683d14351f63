import { View } from '@tarojs/components'
import { laterMembers } from '@domain/branch/later-members'
import { type ActivityKind, isDone } from '@domain/contract/activity-kinds'
import { weekStart } from '@domain/time/day'
import { Button } from '@/components/button'
import { Picks } from '@/components/picks'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { postApi } from '@/api/posts'
import { useQuery } from '@/hooks/query'
import type { ActivityDraft } from '@/stores/activity-drafts'
import { authorised } from '@/stores/session'
import { BranchLoaded } from '../loaded'

interface Props {
  branch: string
  kind: ActivityKind
  it: ActivityDraft
  /** Those whom the activity has already, also who has left since. */
  names: readonly { member: string; name: string }[]
  onChange: (part: Partial<ActivityDraft>) => void
}

/** Who is in charge and who took part: of those in the branch in the week of its day. */
export function People({ branch, kind, it, names, onChange }: Props) {
  const week = weekStart(it.day)
  const read = useQuery(`week-${branch}-${week}`, () => reportApi(authorised, branch).week(week))
  const posts = useQuery(`posts-${branch}`, postApi(authorised, branch).read)
  if (!kind.lead && kind.expected === 'nobody') return null
  return (
    <BranchLoaded of={read}>
      {({ rows }) => {
        const listed = rows.map(row => ({ value: row.member, text: row.name }))
        const now = posts.status === 'ready' ? posts.value : []
        const later = laterMembers(now, rows, it.day)
        const others = names.flatMap(({ member, name }) =>
          [...listed, ...later].some(one => one.value === member) ? [] : [{ value: member, text: name }],
        )
        const options = [...listed, ...later, ...others]
        const committee = now.filter(it => it.committee).map(it => it.member)
        const ofCommittee = kind.expected === 'committee' && committee.length > 0
        const should = kind.expected === 'all' ? rows.length : committee.length
        return (
          <>
            <View className="desk-note">
              名单是那一周在名册上的人。后来才写进名册、当时也参加了的，标着“后进名册”，单独勾。
            </View>
            {kind.lead && (
              <Section title={kind.lead} aside="可以不选">
                <Picks
                  id="activity-lead"
                  label={kind.lead}
                  values={it.lead === undefined ? [] : [it.lead]}
                  options={options}
                  // One at most: the one that was ticked last.
                  onChange={values => onChange({ lead: values.find(one => one !== it.lead) })}
                />
              </Section>
            )}
            {kind.expected !== 'nobody' && (
              <Section
                title={isDone(kind, it.state) ? '谁参加了' : '谁参加'}
                aside={kind.expected === 'all' || ofCommittee ? `应到 ${should} 人` : '点名的几位'}
              >
                <View>
                  {ofCommittee && (
                    <Button
                      id="activity-committee"
                      look="plain"
                      onPress={() => onChange({ members: [...new Set([...it.members, ...committee])] })}
                    >
                      选上支委 {committee.length} 人
                    </Button>
                  )}
                </View>
                <Picks
                  id="activity-member"
                  label="谁参加"
                  values={it.members}
                  options={options}
                  onChange={members => onChange({ members })}
                  all={kind.expected === 'all'}
                />
                {!isDone(kind, it.state) && <View className="desk-note">还没有办的，可以先不选。</View>}
              </Section>
            )}
          </>
        )
      }}
    </BranchLoaded>
  )
}
