import crypto from 'node:crypto'
import type { PoolQuestion, SealedPool } from '../../../../domain/contract/contest-pool'

/** The pool as text before it is sealed. */
export const openPool = (questions: readonly PoolQuestion[]): string => JSON.stringify({ questions })

/** Its questions, sealed or not. */
export const questionsOf = (pool: string): PoolQuestion[] =>
  (JSON.parse(pool) as { questions: PoolQuestion[] }).questions

/**
 * Seals a pool: with a new seed of 256 bits, which keeps a guessed pool from being told by its hash, and by which papers are drawn.
 * Returns the text that is kept and its SHA-256.
 */
export function sealPool(contest: string, questions: PoolQuestion[]): { pool: string; sha256: string } {
  const sealed: SealedPool = { contest, seed: crypto.randomBytes(32).toString('hex'), questions }
  const pool = JSON.stringify(sealed)
  return { pool, sha256: crypto.createHash('sha256').update(pool).digest('hex') }
}

/** The seed of one try's paper: nobody else's follows from it. */
export const seedOfTry = (sealed: SealedPool, member: string, number: number): string =>
  crypto.createHmac('sha256', sealed.seed).update(`${sealed.contest} ${member} ${number}`).digest('hex')
