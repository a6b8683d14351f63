import { z } from 'zod'
import { BATCH_LIMIT, type EventAnswer } from '../../../domain/contract/sync'
import { requireConsent } from '../auth/actors'
import { classify } from '../ingest/classify'
import { selfOf } from '../plugins/scopes'
import { ingest } from '../repositories/ingest'
import type { RoutePlugin } from './route-plugin'

const body = z
  .strictObject({ events: z.array(z.record(z.string(), z.unknown())).min(1).max(BATCH_LIMIT) })
  .describe('每个元素是一个学习事件（domain/contract/schema.ts）；不合格式的只拒绝它自己')
const answer = z.object({
  results: z.array(
    z.object({
      id: z.string().optional(),
      status: z.enum(['accepted', 'duplicate', 'rejected']),
      late: z.literal(true).optional(),
      reason: z.enum(['invalid', 'day', 'unfinished']).optional(),
    }),
  ),
})

/** The outbox of a phone. Sending the same batch again is safe at any time. */
export const eventRoutes: RoutePlugin = async (app, { service }) => {
  app.post(
    '/v1/events',
    { config: { scope: 'self' }, schema: { tags: ['学习'], body, response: { 200: answer } } },
    async request => {
      requireConsent(request.actor!)
      const now = service.now()
      const { candidates, answers } = classify(request.body.events, now)
      if (candidates.length > 0) {
        const taken = await ingest(service.db, selfOf(request), candidates, service.feed, now)
        for (const [index, it] of taken) answers[index] = it
      }
      count(answers)
      return { results: answers }
    },
  )
  function count(answers: EventAnswer[]): void {
    for (const status of ['accepted', 'duplicate', 'rejected'] as const) {
      const n = answers.filter(it => it.status === status).length
      if (n > 0) app.countEvents(status, n)
    }
  }
}
