import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Service } from './service'

export type RoutePlugin = FastifyPluginAsyncZod<{ service: Service }>
