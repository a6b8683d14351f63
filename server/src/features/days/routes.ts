import { daysAnswerSchema, heldDaysSchema, putDaysSchema } from '../../../../domain/contract/days'
import { shanghaiDay } from '../../../../domain/time/day'
import { isKnown } from '../../feed/own-feed'
import { claimedOf, selfOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { readDays, takeDays } from './queries'

/** What a member's phones tell of their days, and what is held of it. Telling it again is safe at any time. */
export const dayRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'self' as const }
  const tags = ['学习']

  app.put(
    '/v1/days',
    {
      config: { ...config, asksItself: true },
      compress: false,
      schema: { tags, body: putDaysSchema, response: { 200: daysAnswerSchema } },
    },
    async request => {
      const known = (id: string) => isKnown(service.feed, id)
      const today = shanghaiDay(service.now())
      const results = await takeDays(service.db, claimedOf(request), request.body.days, known, today)
      for (const { taken, reason, unknown } of results) app.countDay(taken ? (unknown ? 'partly' : 'taken') : reason!)
      return { results }
    },
  )
  app.get('/v1/me/days', { config, schema: { tags, response: { 200: heldDaysSchema } } }, async request => ({
    days: await readDays(service.db, selfOf(request)),
  }))
}
