import type { FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { hasLeft, notFound, unauthorised } from '../auth/problem'
import {
  type Actor,
  type BranchScope,
  type ClaimedScope,
  type OrganiserScope,
  type SelfScope,
  type TreeScope,
  branchScope,
  claimedScope,
  organiserScope,
  selfScope,
  treeScope,
} from '../auth/scope'
import { ORG_ROLES } from '../../../domain/contract/roles'
import type { Service } from '../service'

/**
 * Who may use a route. `bind`: a login without a member. `self`: one's own records. `branch`: the secretary of `:branch`.
 * `tree`: an administrator at or above `:org`. `supervise`: a supervisor there. `organise`: whoever holds contests at `:org` itself.
 */
export type ScopeKind = 'public' | 'bind' | 'self' | 'branch' | 'tree' | 'supervise' | 'organise'

declare module 'fastify' {
  interface FastifyContextConfig {
    scope?: ScopeKind
    /** Also for one who has left every branch: the rights to what is stored. */
    afterLeaving?: boolean
    /** Of a `self` route: the statement that reads one's records asks itself whether the login holds. */
    asksItself?: boolean
  }
  interface FastifyInstance {
    /** Every route with its scope: the matrix test is generated from this list. */
    scoped: { method: string; url: string; scope: ScopeKind }[]
  }
  interface FastifyRequest {
    actor?: Actor
    scope?: SelfScope | ClaimedScope | BranchScope | TreeScope | OrganiserScope
  }
}

const PARAM: Partial<Record<ScopeKind, string>> = {
  branch: ':branch',
  tree: ':org',
  supervise: ':org',
  organise: ':org',
}

/** Refuses to start with a route that does not say whom it is for, and lets nobody else in. */
export const scopes = fp<{ service: Service }>(async (app, { service }) => {
  app.decorate('scoped', [])
  app.decorateRequest('actor', undefined)
  app.decorateRequest('scope', undefined)
  app.addHook('onRoute', route => declare(route))
  // Before validation: what a stranger sent is not even looked at.
  app.addHook('preValidation', (request, _reply, done) => {
    const { scope: kind, asksItself } = request.routeOptions.config
    const { claims } = request
    if (kind === undefined || kind === 'public') return done()
    if (asksItself && claims && 'sub' in claims) {
      request.scope = claimedScope(claims)
      return done()
    }
    admit(request, kind).then(() => done(), done)
  })

  function declare(route: RouteOptions): void {
    const scope = route.config?.scope
    const methods = [route.method].flat()
    if (!scope) throw new Error(`${methods.join(',')} ${route.url} declares no scope`)
    if (route.config?.asksItself && scope !== 'self')
      throw new Error(`${route.url} is not for oneself: it must be asked for`)
    const param = PARAM[scope]
    if (param && !route.url.split('/').includes(param)) throw new Error(`${route.url} has no ${param} to scope by`)
    for (const method of methods) if (method !== 'HEAD') app.scoped.push({ method, url: route.url, scope })
  }

  async function admit(request: FastifyRequest, kind: Exclude<ScopeKind, 'public'>): Promise<void> {
    const { claims } = request
    if (!claims) throw unauthorised()
    if (kind === 'bind') {
      if (!('bind' in claims)) throw unauthorised()
      return
    }
    if (!('sub' in claims)) throw unauthorised()
    const actor = await service.actors.find(claims)
    if (actor.left && !request.routeOptions.config.afterLeaving) throw hasLeft()
    request.actor = actor
    const params = request.params as Record<string, string | undefined>
    if (kind === 'self') request.scope = selfScope(actor)
    else if (kind === 'branch') request.scope = branchScope(actor, params.branch ?? '')
    else {
      const org = await orgOf(actor, params.org ?? '')
      request.scope = org && (kind === 'organise' ? organiserScope(actor, org) : treeScope(actor, org, ORG_ROLES[kind]))
    }
    if (!request.scope) throw notFound()
  }

  async function orgOf(actor: Actor, id: string): Promise<{ org_id: string; path: string } | undefined> {
    if (!/^[\w.-]{1,40}$/.test(id)) return undefined
    return service.db
      .selectFrom('org')
      .select(['org_id', 'path'])
      .where('tenant_id', '=', actor.tenant)
      .where('org_id', '=', id)
      .executeTakeFirst()
  }
})

const wrong = () => new Error('the route asked for a scope it did not declare')

/** The scope of a `self` route. */
export function selfOf(request: FastifyRequest): SelfScope {
  if (request.scope?.kind !== 'self') throw wrong()
  return request.scope
}
/**
 * Whose a `self` route is. Of one that asks itself and was told nothing: as the database says now and not as is remembered. Throws
 * Problem where a `self` route would have.
 */
export async function standingOf({ actors }: Service, request: FastifyRequest): Promise<SelfScope> {
  if (request.scope?.kind === 'self') return request.scope
  const { tenant, member, login, version } = claimedOf(request)
  actors.forget(tenant, member)
  const actor = await actors.find({ sub: member, t: tenant, l: login, v: version })
  if (actor.left) throw hasLeft()
  return selfScope(actor)
}
/** The scope of a `self` route that asks itself. */
export function claimedOf(request: FastifyRequest): ClaimedScope {
  if (request.scope?.kind !== 'claimed') throw wrong()
  return request.scope
}
/** The scope of a `branch` route. */
export function branchOf(request: FastifyRequest): BranchScope {
  if (request.scope?.kind !== 'branch') throw wrong()
  return request.scope
}
/** The scope of a `tree` or `supervise` route. */
export function treeOf(request: FastifyRequest): TreeScope {
  if (request.scope?.kind !== 'tree') throw wrong()
  return request.scope
}
/** The scope of an `organise` route. */
export function organiserOf(request: FastifyRequest): OrganiserScope {
  if (request.scope?.kind !== 'organiser') throw wrong()
  return request.scope
}
