import { useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import type { Me } from '@domain/contract/me'
import { Empty } from '@/components/empty'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { refreshQuietly, useSession } from '@/stores/session'
import './desk.scss'

export interface DeskOf {
  /** Organisation code of the branch. */
  branch: string
  me: Me
}

interface Props {
  title: string
  children: (desk: DeskOf) => ReactNode
  footer?: (desk: DeskOf) => ReactNode
}

/** A secretary's page: for whoever is signed in and keeps a branch; the service decides whether it is theirs. */
export function Desk({ title, children, footer }: Props) {
  const asked = useRouter().params.org
  const { status, me } = useSession()
  const own = me?.roles.find(it => it.role === 'secretary')?.org
  // Another branch's address is the service's to refuse; whoever keeps none any more is told so, whatever the address.
  const branch = own === undefined ? undefined : (asked ?? own)
  useEffect(() => {
    // An office given since this phone last asked.
    if (status === 'signed-in' && own === undefined) void refreshQuietly()
  }, [status, own])
  const desk = me && branch ? { me, branch } : undefined
  return (
    <Screen title={title} wide footer={desk && footer?.(desk)}>
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && <SignedOut what="这里是支部书记用的，登录支部账号以后才能看" />}
      {me && !branch && (
        <Empty
          title="您不是支部书记"
          hint="这里给书记看本支部的学习情况。没有账号也可以收学习单：请党员出示二维码，扫一扫就行"
          action={{ text: '去收学习单', onPress: () => open(routes.branchCollect()) }}
        />
      )}
      {desk && children(desk)}
    </Screen>
  )
}

/** Nobody is signed in: what for, and the way there. */
export function SignedOut({ what }: { what: string }) {
  return <Empty title="还没有登录" hint={what} action={{ text: '去登录', onPress: () => open(routes.account()) }} />
}
