import { sql } from 'kysely'
import { APPEALS_OF_MEMBER, APPEAL_DAYS } from '../../../../domain/contract/contest-limits'
import type { Appeal } from '../../../../domain/contract/contest-results'
import { notFound } from '../../auth/problem'
import type { OrganiserScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { newId } from '../audit/audit'
import { type KnownContest, paperOf } from './known-contests'
import { daysAfter } from './organise'
import { refusal } from './refusals'
import { agrees, toldName } from './told-name'
import { readTries } from './try-row'

/**
 * Takes an appeal about a question of one's own paper; about the same again it takes the place of the first while that has no answer.
 * @throws Problem 404 for another's question, 409 `over` when the days for it are past, `quota`, `answered`
 */
export async function takeAppeal(
  tx: Database,
  scope: SelfScope,
  known: KnownContest,
  { number, words }: { number: number; words: string },
  now: number,
): Promise<string> {
  if (now > daysAfter(known.closes, APPEAL_DAYS)) throw refusal('over', `申诉在结束以后 ${APPEAL_DAYS} 天以内提`)
  const { tenant, member } = scope
  const tries = (await readTries(tx, scope, known.id, sql`for update`)).filter(it => it.seen_at)
  if (!tries.some(it => paperOf(known, member, it.try).some(place => place.number === number))) throw notFound()
  const own = sql`tenant_id = ${tenant} and contest_id = ${known.id} and member_id = ${member}`
  const { rows } = await sql<{ id: string; number: number; answered: boolean }>`select appeal_id as id, number,
    answered_at is not null as answered from contest_appeal where ${own}`.execute(tx)
  const before = rows.find(it => it.number === number)
  if (before?.answered) throw refusal('answered', '这一题的申诉已经答复过了')
  if (before) {
    await sql`update contest_appeal set words = ${words}, at = ${new Date(now)} where ${own}
      and appeal_id = ${before.id}`.execute(tx)
    return before.id
  }
  if (rows.length >= APPEALS_OF_MEMBER) throw refusal('quota', `一场最多申诉 ${APPEALS_OF_MEMBER} 题`)
  const id = newId(now)
  await sql`insert into contest_appeal (tenant_id, contest_id, appeal_id, member_id, number, words, at)
    values (${tenant}, ${known.id}, ${id}, ${member}, ${number}, ${words}, ${new Date(now)})
    on conflict (tenant_id, contest_id, member_id, number) do nothing`.execute(tx)
  return id
}

/** Appeals about a contest, those without an answer first. */
export async function listAppeals(
  db: Database,
  { tenant }: OrganiserScope,
  id: string,
  stemOf: (number: number) => string,
): Promise<Appeal[]> {
  const { rows } = await sql<
    Omit<Appeal, 'stem' | 'at' | 'answer'> & { at: Date; answer: string | null; consent: boolean }
  >`select
      a.appeal_id as id, a.number, m.name, ${agrees} as consent, a.words, a.at, a.answer
    from contest_appeal a join member m on m.tenant_id = ${tenant} and m.member_id = a.member_id
    where a.tenant_id = ${tenant} and a.contest_id = ${id}
    order by a.answered_at is not null, a.at, a.appeal_id limit 1000`.execute(db)
  return rows.map(({ answer, consent, name, ...it }) => ({
    ...{
      ...it,
      name: name === undefined ? name : toldName(name, consent),
      stem: stemOf(it.number),
      at: it.at.toISOString(),
    },
    ...(answer === null ? {} : { answer }),
  }))
}

/** Answers an appeal, once or anew. Returns which question it is about. @throws Problem 404 */
export async function answerAppeal(
  tx: Database,
  { tenant, actor }: OrganiserScope,
  id: string,
  appeal: string,
  words: string,
  now: number,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`update contest_appeal set answer = ${words}, answered_by = ${actor},
      answered_at = ${new Date(now)}
    where tenant_id = ${tenant} and contest_id = ${id} and appeal_id = ${appeal} returning number`.execute(tx)
  if (!rows[0]) throw notFound()
  return rows[0].number
}
