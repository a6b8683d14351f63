import { ownMeetings } from '@/api/meetings'
import { branchList } from './branch-list'

/** What is arranged in the member's branch and expects them. */
export const useOwnMeetings = branchList('branch/meetings', ownMeetings)
