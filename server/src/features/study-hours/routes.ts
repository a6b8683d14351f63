import { z } from 'zod'
import { studyHours } from '../../../../domain/branch/study-hours'
import { ownHoursSchema } from '../../../../domain/contract/study-hours'
import { shanghaiDay } from '../../../../domain/time/day'
import { selfOf } from '../../plugins/scopes'
import { isLeader, ownEntries } from './queries'
import type { RoutePlugin } from '../../route-plugin'

const querystring = z.strictObject({
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .optional(),
})

/** A member's own 学时. The secretary has everybody's in the month (../months). */
export const studyHoursRoutes: RoutePlugin = async (app, { service }) => {
  const tags = ['学时']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/me/study-hours',
    { config: { scope: 'self' }, schema: { tags, querystring, response: { 200: ownHoursSchema } } },
    async request => {
      const scope = selfOf(request)
      const { year = today().slice(0, 4) } = request.query
      const entries = await ownEntries(db, scope, year)
      const { member } = scope
      const [sum] = studyHours(entries, [{ member, leader: await isLeader(db, scope) }], year, today())
      return { year, hours: sum!.hours, required: sum!.required, entries }
    },
  )
}
