import type { RoutePlugin } from '../../route-plugin'
import { entryRoutes } from './entry-routes'
import { KnownContests } from './known-contests'
import { organiserRoutes } from './organiser-routes'
import { poolRoutes } from './pool-routes'
import { resultRoutes } from './result-routes'

/** 竞赛: made by an organiser, taken by members, told of after the close. */
export const contestRoutes: RoutePlugin = async (app, { service }) => {
  const contests = new KnownContests(service.db, service.now)
  for (const routes of [organiserRoutes, poolRoutes, entryRoutes, resultRoutes])
    await app.register(routes, { service, contests })
}
