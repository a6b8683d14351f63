import { ownContests } from '@/api/own-contests'
import { branchList } from './branch-list'

/** Contests that are open to the member. */
export const useOwnContests = branchList('branch/contests', ownContests)
