import { itemsLeft } from '@domain/contract/assignment-items'
import type { OwnAssignment } from '@domain/contract/assignments'
import { useSync } from '@/stores/sync'

/**
 * What is left of a task: the service may have been told of study on another phone, and this phone knows what is not sent
 * yet.
 */
export function useItemsLeft(): (task: OwnAssignment) => string[] {
  const days = useSync(state => state.outbox?.days)
  return task => itemsLeft(task, days ?? []).filter(item => task.left.includes(item))
}
