import { z } from 'zod'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

/** The contests of an organiser's own organisation. */
export const CONTESTS = '/v1/orgs/:org/contests'
export const ofOrg = z.object({ org: orgSchema })

/** One of them. */
export const CONTEST = `${CONTESTS}/:contest` as const
export const ofContest = ofOrg.extend({ contest: idSchema })

/** The contests that a member may take, and one of them. */
export const OWN_CONTESTS = '/v1/me/contests'
export const OWN_CONTEST = `${OWN_CONTESTS}/:contest` as const
export const ofOwnContest = z.object({ contest: idSchema })
