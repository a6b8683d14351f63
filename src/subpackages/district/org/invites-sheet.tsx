import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { oversightApi } from '@/api/oversight'
import { Said, useSaid } from '@/layout/states/said'
import { giveFile } from '@/platform/files/files'
import { authorised } from '@/stores/session'
import '../act.scss'

const DAYS = [14, 30, 90].map(value => ({ value, text: `${value} 天` }))

/** An invite code for every branch under the organisation, as one sheet. */
export function InvitesSheet({ org, open, onClose }: { org: string; open: boolean; onClose: () => void }) {
  const [days, setDays] = useState(30)
  const { said, busy, attempt } = useSaid()
  const make = () =>
    attempt(async () => {
      const { name, bytes } = await oversightApi(authorised, org).invites(days)
      await giveFile(name, bytes)
    }, '邀请码都在表里了，请收好')
  return (
    <Sheet open={open} title="各支部的邀请码" kind="一个支部一个" onClose={onClose}>
      <Choice id="invite-days" label="用多少天" value={days} options={DAYS} onChange={setDays} />
      <Notice>
        生成一张表：每个支部一行，各有一个邀请码。码只在这张表里，服务不存原样；再生成一次，前面的到期以前也还能用。记进操作记录。
      </Notice>
      <Said said={said} />
      <View className="district-act">
        <Button id="invites-make" look="main" disabled={busy} onPress={() => void make()}>
          生成这张表
        </Button>
      </View>
    </Sheet>
  )
}
