import type { ReactNode } from 'react'
import { Empty } from '@/components/empty'
import type { Query } from '@/hooks/query'
import { Loaded } from '@/layout/states/loaded'
import { replace, routes } from '@/navigation'

/** What is read of the secretary's own branch. */
export function BranchLoaded<T>({ of, children }: { of: Query<T>; children: (value: T) => ReactNode }) {
  return (
    <Loaded of={of} missing={<NotHere />}>
      {children}
    </Loaded>
  )
}

function NotHere() {
  return (
    <Empty
      title="没有找到"
      hint="可能已经删掉了，或者不在您的支部。书记只能看自己支部的内容"
      action={{ text: '回到我的支部', onPress: () => replace(routes.desk('home')) }}
    />
  )
}
