import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { assignmentLine, leftWord, taskNote } from '@domain/branch/assignment-lines'
import type { Catalog } from '@domain/catalog/types'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useItemsLeft } from '@/hooks/task-items'
import { useAssignments } from '@/stores/assignments'
import { useSession } from '@/stores/session'

/** Rows on the home page; the rest is one tap away. */
const SHOWN = 3

/** 支部任务 that are left: one tap opens the next thing to study. Nothing stands here without an account. */
export function BranchTasks({ catalog, day }: { catalog: Catalog; day: string }) {
  const status = useSession(state => state.status)
  const { list, load } = useAssignments()
  const leftOf = useItemsLeft()
  useEffect(() => void load(), [load, status])
  useDidShow(() => void load())
  if (status !== 'signed-in') return null
  const left = list.flatMap(task =>
    leftOf(task).flatMap(item => {
      const line = assignmentLine(catalog, item)
      return line ? [{ task, line }] : []
    }),
  )
  if (left.length === 0) return null
  return (
    <Section
      title="支部任务"
      aside={leftWord(
        left.map(it => it.task.due),
        day,
      )}
    >
      {left.slice(0, SHOWN).map(({ task, line }) => (
        <Row
          key={`${task.id} ${line.item}`}
          id={`task-${line.item.replace(':', '-')}`}
          kind={line.kind}
          title={line.title}
          note={taskNote(task, day)}
          onPress={() => open(routes.assigned(line.asks))}
        />
      ))}
      <View>
        <Row id="to-tasks" title="全部支部任务" onPress={() => open(routes.desk('tasks'))} />
      </View>
    </Section>
  )
}
