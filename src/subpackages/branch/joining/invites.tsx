import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Invite } from '@domain/contract/joining'
import { shanghaiDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { joiningApi } from '@/api/branch'
import { copyText } from '@/platform/phone/clipboard'
import { useInviteCodes } from '@/stores/invite-codes'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'
import './invites.scss'

const DAYS = [7, 14, 30].map(value => ({ value, text: `${value} 天` }))
const onDay = (iso: string) => formatDay(shanghaiDay(Date.parse(iso)))

interface Props {
  branch: string
  invites: readonly Invite[]
  onChanged: () => void
}

/** A code is shown on the phone that made it, as often as is wanted; anywhere else it can only be revoked. */
export function Invites({ branch, invites, onChanged }: Props) {
  const [days, setDays] = useState(14)
  const [seen, setSeen] = useState<string>()
  const { entries: codes, keep, load } = useInviteCodes()
  const made = seen === undefined ? undefined : codes[seen]
  useEffect(() => void load().catch(() => undefined), [load])
  const [going, setGoing] = useState<Invite>()
  const { said, busy, attempt } = useSaid()
  const api = joiningApi(authorised, branch)
  const make = () =>
    attempt(async () => {
      const invite = await api.invite(days)
      await keep(invite.id, invite)
      setSeen(invite.id)
      onChanged()
    })
  const revoke = async () => {
    if (!going) return
    setGoing(undefined)
    await attempt(async () => {
      await api.revoke(going.id)
      await keep(going.id, undefined)
    }, '这个邀请码不能再用了')
    onChanged()
  }
  const words =
    made &&
    `邀请码 ${made.code}，${onDay(made.expiresAt)}前有效。打开“我的 › 支部账号”，填邀请码、姓名和手机号后四位就能绑定。`
  return (
    <Section title="邀请码" aside="全支部用同一个就行">
      <Choice id="invite-days" label="几天内有效" value={days} options={DAYS} onChange={setDays} />
      <Button id="invite" disabled={busy} onPress={() => void make()}>
        生成邀请码
      </Button>
      <Said said={said} />
      <View>
        {made && (
          <View className="invite">
            <View id="invite-code" className="invite__code">
              {made.code}
            </View>
            <View className="desk-note">
              请复制，发给本支部的党员。到期以前，在这部手机上随时能再看；别的手机上看不到。
            </View>
            <Button
              id="invite-copy"
              look="main"
              onPress={() => void attempt(() => copyText(words ?? ''), '已经复制，可以去微信里粘贴')}
            >
              复制邀请的话
            </Button>
          </View>
        )}
      </View>
      {invites.map(it => (
        <Row
          key={it.id}
          title={`${onDay(it.createdAt)}生成的`}
          note={`${onDay(it.expiresAt)}前有效`}
          meta={
            <>
              {codes[it.id] && seen !== it.id && (
                <Button
                  id={`show-${it.id}`}
                  look="plain"
                  label={`看${onDay(it.createdAt)}生成的邀请码`}
                  onPress={() => setSeen(it.id)}
                >
                  再看
                </Button>
              )}
              <Button
                id={`revoke-${it.id}`}
                look="plain"
                label={`作废${onDay(it.createdAt)}生成的邀请码`}
                onPress={() => setGoing(it)}
              >
                作废
              </Button>
            </>
          }
        />
      ))}
      <Dialog
        open={!!going}
        title="作废这个邀请码？"
        confirm="作废"
        onConfirm={() => void revoke()}
        onCancel={() => setGoing(undefined)}
      >
        还没绑定的党员不能再用它；已经绑定的不受影响。
      </Dialog>
    </Section>
  )
}
