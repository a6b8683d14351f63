import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LeftMember } from '@domain/contract/roster'
import { TAKE_BACK_DAYS } from '@domain/contract/limits'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { rosterApi } from '@/api/roster'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'

/** Whom a sheet has marked 转出 of late, with the way back. What cannot be read just says nothing here. */
export function Left({ branch }: { branch: string }) {
  const api = rosterApi(authorised, branch)
  const read = useQuery(`left-${branch}`, api.left)
  const [asking, setAsking] = useState<LeftMember>()
  const { said, busy, attempt } = useSaid()
  const takeBack = async ({ id, name }: LeftMember) => {
    setAsking(undefined)
    await attempt(() => api.takeBack(id), `${name}回到了名册上`)
    await read.reload()
  }
  const members = read.status === 'ready' ? read.value : []
  return (
    <View>
      <Said said={said} />
      {members.length > 0 && (
        <Section title="最近转出的">
          <View className="desk-note">转错了的，{TAKE_BACK_DAYS} 天以内可以撤回，就像没有转出过一样。</View>
          {members.map(it => (
            <Row
              key={it.id}
              title={it.name}
              note={`${formatDay(it.day)}转出`}
              meta={
                <Button
                  id={`back-${it.id}`}
                  look="plain"
                  label={`撤回${it.name}的转出`}
                  disabled={busy}
                  onPress={() => setAsking(it)}
                >
                  撤回
                </Button>
              }
            />
          ))}
        </Section>
      )}
      <Dialog
        open={!!asking}
        title={`撤回${asking?.name ?? ''}的转出？`}
        confirm="撤回转出"
        onConfirm={() => asking && void takeBack(asking)}
        onCancel={() => setAsking(undefined)}
      >
        转出以后的几周也照在支部算；手机要重新登录一次；职务请上级再设。撤回会记进操作记录。
      </Dialog>
    </View>
  )
}
