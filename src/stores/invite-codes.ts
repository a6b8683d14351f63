import type { NewInvite } from '@domain/contract/joining'
import { keptEntries } from './kept-entries'

/** Invite codes that this phone has made, by their ids: the service keeps only a hash and cannot tell them again. */
export const useInviteCodes = keptEntries<NewInvite>('branch/invites', invite => Date.parse(invite.expiresAt))
