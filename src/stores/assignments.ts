import { ownAssignments } from '@/api/assignments'
import { branchList } from './branch-list'

/** What the member's branch has asked for. Whether it is done, the phone's own progress tells. */
export const useAssignments = branchList('branch/assignments', ownAssignments)
