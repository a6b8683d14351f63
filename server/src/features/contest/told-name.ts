import { sql } from 'kysely'
import { maskName } from '../../auth/mask'

/** Whether a member `m` still agrees to what the service keeps of them. */
export const agrees = sql<boolean>`m.consent_version is not null`

/** The name as an organiser is told it: masked of whoever does not agree any more. */
export const toldName = (name: string, consent: boolean): string => (consent ? name : maskName(name))
