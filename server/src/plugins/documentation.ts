import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Service } from '../service'

/**
 * The OpenAPI document, made of the same schemas that validate. Tests take it from `app.swagger()`; at /docs, as JSON at
 * /docs/json, it is served where the settings say so: the public has no use for a map of the service.
 */
export const documentation = fp<{ service: Service }>(async (app, { service }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'e起学党史 参与服务', version: '1' },
      components: { securitySchemes: { member: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ member: [] }],
    },
    transform: jsonSchemaTransform,
  })
  if (!service.config.apiDocs) return
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, logLevel: 'silent' })
})
