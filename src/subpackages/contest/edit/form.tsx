import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { CONTEST_NOTE, CONTEST_TITLE } from '@domain/contract/contest-limits'
import type { ContestDetail } from '@domain/contract/contests'
import { type ContestDraft, draftProblems, settingsOf } from '@domain/contest/draft'
import { ApiError } from '@/api/client'
import { contestDeskApi } from '@/api/contest-desk'
import { idempotentSender } from '@/api/idempotency-key'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Said, useSaid } from '@/layout/states/said'
import { back, replace, routes } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { keepContestDraft } from '@/storage/contest-drafts'
import { authorised } from '@/stores/session'
import { Line, Words } from '@/components/words-field'
import { Paper } from './paper'
import { Result } from './result'
import { Time } from './time'

interface Props {
  org: string
  /** As it is before anything is filled in. */
  begin: ContestDraft
  /** The contest that is changed. */
  known?: ContestDetail
  /** Filled in before for a new one, and not sent. */
  kept?: ContestDraft
}

export function Form({ org, begin, known, kept }: Props) {
  const [draft, setDraft] = useState(kept ?? begin)
  const [resumed, setResumed] = useState(kept !== undefined)
  const [tried, setTried] = useState(false)
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const keepOnPhone = (next: ContestDraft | undefined) => {
    // A change of one that the service has begins from there again.
    if (!known) void keepContestDraft(org, next).catch((error: Error) => console.warn('a draft is not kept', error))
  }
  // Practice questions are read before they are put in: what was filled in meanwhile stays.
  const latest = useRef(draft)
  const put = (next: ContestDraft) => {
    latest.current = next
    setDraft(next)
  }
  const change = (part: Partial<ContestDraft>) => {
    put({ ...latest.current, ...part })
    keepOnPhone(latest.current)
  }
  const problems = tried ? draftProblems(draft, now()) : []
  const keep = async () => {
    setTried(true)
    if (draftProblems(draft, now()).length > 0) return
    await attempt(async () => {
      const api = contestDeskApi(authorised, org)
      const settings = settingsOf(draft)
      if (known) {
        await api
          .of(known.id)
          .change({ ...settings, revision: known.revision })
          .catch(toTell)
        back()
      } else {
        const { id } = await send(form => api.add({ ...settings, ...form }))
        keepOnPhone(undefined)
        replace(routes.contest('manage', { org, id }))
      }
    })
  }
  return (
    <View className="contest-form">
      <View>
        {resumed && (
          <Notice
            action={{
              text: '不要这份',
              onPress: () => {
                put(begin)
                keepOnPhone(undefined)
                setResumed(false)
              },
            }}
          >
            上次没有存完的还在，接着写就行。
          </Notice>
        )}
      </View>
      <Section title="办什么">
        <Line
          id="contest-title"
          title="名称"
          hint="例如 十二月党史知识竞赛"
          value={draft.title}
          limit={CONTEST_TITLE}
          onInput={title => change({ title })}
        />
        <Words
          id="contest-note"
          title="给参赛的人看的说明（可以不写）"
          hint="为什么办、奖什么、找谁问"
          value={draft.note}
          limit={CONTEST_NOTE}
          onInput={note => change({ note })}
        />
      </Section>
      <Time org={org} draft={draft} onChange={change} />
      <Paper draft={draft} pool={known?.pool} onChange={change} />
      <Result draft={draft} onChange={change} />
      <View>
        {problems.map(({ field, words }) => (
          <Notice key={`${field} ${words}`} tone="warning">
            {words}
          </Notice>
        ))}
      </View>
      <Said said={said} />
      <Button id="contest-save" look="main" disabled={busy} onPress={() => void keep()}>
        存下
      </Button>
      <View className="contest-note">存下的是草稿，只有您看得见。题库导入好、试看过，再发布。</View>
    </View>
  )
}

/** Changed elsewhere meanwhile: what is filled in stays, and nothing is overwritten. */
function toTell(error: unknown): never {
  if (error instanceof ApiError && error.code === 'changed') {
    throw new Error('这次竞赛刚才在别处改过了，没有存。请返回重新打开，再改')
  }
  throw error
}
