import { View } from '@tarojs/components'
import { useState } from 'react'
import { activityProblems } from '@domain/branch/activities'
import { asKind, toSend } from '@domain/branch/activity-draft'
import type { ActivityKind } from '@domain/contract/activity-kinds'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { activityApi } from '@/api/activities'
import { ApiError } from '@/api/client'
import { idempotentSender } from '@/api/idempotency-key'
import { back, replace, routes } from '@/navigation'
import { now, today } from '@/platform/phone/clock'
import { type ActivityDraft, draftId, useActivityDrafts } from '@/stores/activity-drafts'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'
import { People } from './people'
import { What } from './what'
import { When } from './when'

interface Props {
  branch: string
  id: string | undefined
  kinds: readonly ActivityKind[]
  /** As it is without what this phone has kept. */
  begin: ActivityDraft
  /** Filled in before and not sent. */
  draft: ActivityDraft | undefined
  names: readonly { member: string; name: string }[]
}

export function Form({ branch, id, kinds, begin, draft, names }: Props) {
  const keep = useActivityDrafts(state => state.keep)
  const key = draftId(branch, id)
  const put = (to: ActivityDraft) => void keep(key, { at: now(), draft: to })
  const forget = () => keep(key, undefined)
  const [resumed] = useState(draft !== undefined && isBegun(draft))
  const [tried, setTried] = useState(false)
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const it = draft ?? begin
  const kind = kinds.find(one => one.id === it.kind)!
  const change = (part: Partial<ActivityDraft>) => put({ ...it, ...part })
  const problems = tried ? activityProblems(kind, toSend(kind, it), today()) : []
  const save = async () => {
    setTried(true)
    const ready = toSend(kind, it)
    if (activityProblems(kind, ready, today()).length > 0) return
    await attempt(async () => {
      const { revision, ...activity } = ready
      const api = activityApi(authorised, branch)
      const sent =
        id !== undefined && revision !== undefined
          ? await send(form => api.change(id, { ...activity, revision, ...form })).catch(toTell)
          : await send(form => api.add({ ...activity, ...form }))
      await forget()
      if (id === undefined) replace(routes.desk('activity', { org: branch, id: sent.id }))
      else back()
    })
  }
  return (
    <>
      <View>
        {resumed && draft && (
          <Notice action={{ text: '不要这份', onPress: () => void forget() }}>上次没有存完的还在，接着写就行。</Notice>
        )}
      </View>
      {id === undefined && (
        <Section title="哪一种">
          <Choice
            id="activity-kind"
            label="哪一种"
            value={kind.id}
            options={kinds.map(one => ({ value: one.id, text: one.title }))}
            onChange={to =>
              put(
                asKind(
                  it,
                  kinds.find(one => one.id === to)!,
                ),
              )
            }
          />
        </Section>
      )}
      <What kind={kind} it={it} onChange={change} />
      <When kind={kind} it={it} onChange={change} />
      <People branch={branch} kind={kind} it={it} names={names} onChange={change} />
      <View>
        {problems.map(({ field, words }) => (
          <Notice key={`${field} ${words}`} tone="warning">
            {words}
          </Notice>
        ))}
      </View>
      <Said said={said} />
      <Button id="activity-save" look="main" disabled={busy} onPress={() => void save()}>
        保存
      </Button>
      <View className="desk-note">写到一半也不会丢，回来接着写。保存以后，谁改过、改了什么都留在操作记录里。</View>
    </>
  )
}

/** More than a kind has been chosen. */
const isBegun = ({ title, words, members, lead }: ActivityDraft) =>
  title !== '' || members.length > 0 || lead !== undefined || Object.values(words).some(Boolean)

/** Changed elsewhere meanwhile: what is filled in here stays, and the other is one tap away. */
function toTell(error: unknown): never {
  if (error instanceof ApiError && error.code === 'changed') {
    throw new Error('这一条刚才在别处改过了，没有存。点上面的“不要这份”看现在的样子，再改')
  }
  throw error
}
