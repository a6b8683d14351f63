import type { Claims } from './actors'
import { ORGANISERS, type Role } from '../../../domain/contract/roles'

/** Who asks, as the database knows them now. Roles are never taken from a token. */
export interface Actor {
  tenant: string
  member: string
  login: string
  branch: string
  name: string
  consented: boolean
  /** Marked 转出: only routes that say so (`afterLeaving`) are theirs. */
  left: boolean
  grants: { role: Role; org: string; orgName: string; path: string }[]
}

declare const made: unique symbol
interface Made {
  readonly [made]: true
}

/** One's own records. */
export interface SelfScope extends Made {
  readonly kind: 'self'
  readonly tenant: string
  readonly member: string
  readonly branch: string
}
/**
 * One's own records, by what a valid token says and no more: the statement that reads them asks whether the login still holds,
 * so that what every phone sends costs no question of its own. Throws Problem where `self` would have.
 */
export interface ClaimedScope extends Made {
  readonly kind: 'claimed'
  readonly tenant: string
  readonly member: string
  readonly login: string
  /** The member's token version when the token was signed. */
  readonly version: number
}
/** Names and weekly totals of one branch: its secretary. */
export interface BranchScope extends Made {
  readonly kind: 'branch'
  readonly tenant: string
  readonly branch: string
  readonly actor: string
}
/** Totals of an organisation and everything under it. */
export interface TreeScope extends Made {
  readonly kind: 'tree'
  readonly tenant: string
  readonly org: string
  readonly path: string
  /** The highest path at or above `path` that the actor may see. */
  readonly top: string
  readonly actor: string
  /** The actor's own branch: names in it are not masked. */
  readonly ownBranch: string
}
/** Contests of one organisation: whoever holds them there, and nobody above. */
export interface OrganiserScope extends Made {
  readonly kind: 'organiser'
  readonly tenant: string
  readonly org: string
  readonly path: string
  readonly actor: string
}
/** Repositories take nothing else: an id from a request is no right to anything. Only this file makes one. */
export type Scope = SelfScope | ClaimedScope | BranchScope | TreeScope | OrganiserScope

const brand = <S extends Scope>(scope: Omit<S, typeof made>) => scope as S

/** The actor's own records. */
export function selfScope(actor: Actor): SelfScope {
  return brand<SelfScope>({ kind: 'self', tenant: actor.tenant, member: actor.member, branch: actor.branch })
}

/** The records of whom a valid token names. */
export function claimedScope({ sub: member, t: tenant, v: version, l: login }: Claims): ClaimedScope {
  return brand<ClaimedScope>({ kind: 'claimed', tenant, member, login, version })
}

/** The branch, if the actor is its secretary. */
export function branchScope(actor: Actor, branch: string): BranchScope | undefined {
  if (!actor.grants.some(grant => grant.role === 'secretary' && grant.org === branch)) return undefined
  return brand<BranchScope>({ kind: 'branch', tenant: actor.tenant, branch, actor: actor.member })
}

/** The organisation at `path`, if the actor has one of `roles` there or above it. */
export function treeScope(
  actor: Actor,
  org: { org_id: string; path: string },
  roles: readonly Role[],
): TreeScope | undefined {
  const granted = actor.grants
    .filter(grant => roles.includes(grant.role) && org.path.startsWith(grant.path))
    .map(grant => grant.path)
  if (granted.length === 0) return undefined
  const top = granted.reduce((a, b) => (a.length <= b.length ? a : b))
  const { tenant, member, branch } = actor
  return brand<TreeScope>({
    kind: 'tree',
    tenant,
    org: org.org_id,
    path: org.path,
    top,
    actor: member,
    ownBranch: branch,
  })
}

/** The organisation, if the actor holds its contests. Whoever is above it does not: they read no pool before the close. */
export function organiserScope(actor: Actor, org: { org_id: string; path: string }): OrganiserScope | undefined {
  const { tenant, member } = actor
  if (!organises(actor, org.org_id)) return undefined
  return brand<OrganiserScope>({ kind: 'organiser', tenant, org: org.org_id, path: org.path, actor: member })
}

/** Whether the actor reads pools of that organisation's contests, and so cannot enter them. */
export const organises = (actor: Actor, org: string): boolean =>
  actor.grants.some(grant => ORGANISERS.includes(grant.role) && grant.org === org)
