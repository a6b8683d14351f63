import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { assignmentLine, dueWord } from '@domain/branch/assignment-lines'
import { countsFrom } from '@domain/contract/assignment-items'
import type { OwnAssignment } from '@domain/contract/assignments'
import { formatDay } from '@domain/time/format'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useItemsLeft } from '@/hooks/task-items'
import { useAssignments } from '@/stores/assignments'
import { useCatalog } from '@/stores/catalog'
import { useSession } from '@/stores/session'
import { SignedOut } from '../desk'
import { Planned } from './planned'

/** 支部任务和签到, as a member sees them. What is studied to the end marks itself. */
export default function TasksPage() {
  const { status } = useSession()
  const { list, load } = useAssignments()
  useEffect(() => void load(), [load, status])
  useDidShow(() => void load())
  return (
    <Screen title="支部任务和签到">
      {status === 'unknown' && <Empty title="正在打开…" />}
      {status === 'none' && <SignedOut what="登录支部账号以后，支部布置的任务会出现在这里，开会时也能签到" />}
      {status === 'signed-in' && (
        <>
          <View className="desk-apart">
            <Row
              id="to-sign"
              title="会议签到"
              note="扫书记手机上的二维码，或者输入六位数字"
              onPress={() => open(routes.desk('sign'))}
            />
          </View>
          <View>
            {list.length === 0 && <Empty title="现在没有任务" hint="支部布置以后，这里和首页都会出现" />}
            {list.map(it => (
              <Task key={it.id} task={it} />
            ))}
          </View>
          <Planned />
        </>
      )}
    </Screen>
  )
}

function Task({ task }: { task: OwnAssignment }) {
  const catalog = useCatalog(state => state.catalog)
  const left = useItemsLeft()(task)
  return (
    <Section title={task.title} aside={left.length === 0 ? '✓ 已完成' : dueWord(task.due, today())}>
      <View className="desk-note">{`${task.note ? `${task.note}。` : ''}${formatDay(countsFrom(task))}起学的算完成。`}</View>
      {task.items.map(item => {
        const line = catalog && assignmentLine(catalog, item)
        if (!line) return <Row key={item} title="这项内容要更新应用后才有" />
        return (
          <Row
            key={item}
            id={`task-${item.replace(':', '-')}`}
            kind={line.kind}
            title={line.title}
            done={!left.includes(item)}
            onPress={() => open(routes.assigned(line.asks))}
          />
        )
      })}
    </Section>
  )
}
