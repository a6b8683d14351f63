import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Service } from '../../service'
import type { KnownContests } from './known-contests'

/** Routes of contests share what is kept of them. */
export type ContestPlugin = FastifyPluginAsyncZod<{ service: Service; contests: KnownContests }>
