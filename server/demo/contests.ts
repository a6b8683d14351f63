import type pg from 'pg'
import { type PaperPlace, isRight } from '../../domain/contest/paper'
import { CONTEST_CONSENT_VERSION } from '../../domain/contract/contest-consent'
import type { PoolQuestion } from '../../domain/contract/contest-pool'
import type { BlueprintRow, ContestSettings } from '../../domain/contract/contests'
import { CONTEST_TYPES, type ContestType } from '../../domain/contract/contest-limits'
import type { Question } from '../../domain/catalog/types'
import { daysLater } from '../../domain/time/moment'
import { copyRows } from '../src/database/copy'
import { paperOf } from '../src/features/contest/known-contests'
import { sealPool } from '../src/features/contest/sealing'
import type { OwnFeed, SampleQuestion } from '../src/feed/own-feed'
import { type DemoMember, demoId } from './district'
import { DEMO_TENANT } from './identities'
import { chance } from './study'

/** How many of a kind a demo paper asks, when the feed has them. */
const ASKED: Record<ContestType, number> = { single: 6, multiple: 2, judge: 2 }
/** Fewer make no contest. */
const FEWEST = 6
const PRACTICE = 5
/** Of a hundred in the branches watched closely, so many took part in the one that is over. */
const TOOK_PART = 60

interface DemoContest {
  title: string
  opens: number
  closes: number
}

/**
 * Two contests of the demo district, one that is open and one that is over: their questions are the app's own, which everybody can
 * read, so they are 演示 and say so. None where the feed has too few.
 */
export async function writeContests(
  client: pg.PoolClient,
  { samples }: OwnFeed,
  members: readonly DemoMember[],
  watched: readonly DemoMember[],
  now: number,
): Promise<void> {
  const organiser = members.find(it => it.roles.some(({ role }) => role === 'organiser'))
  const pool = samples.slice(PRACTICE).map(({ question, title }, i) => demoQuestion(question, title, i + 1))
  if (!organiser || pool.length < FEWEST) return
  const day = (n: number) => daysLater(now, n)
  const contests: DemoContest[] = [
    { title: '演示：党史知识竞赛（进行中）', opens: day(-1), closes: day(14) },
    { title: '演示：上一场，看成绩和解析', opens: day(-9), closes: day(-2) },
  ]
  for (const [i, it] of contests.entries()) {
    const id = demoId(i, 5)
    const { pool: sealed, sha256 } = sealPool(id, pool)
    const settings = settingsOf(it, pool, samples)
    const [opens, closes, written] = [it.opens, it.closes, it.opens - 60_000].map(ms => new Date(ms).toISOString())
    await client.query(
      `insert into contest (tenant_id, contest_id, org_id, within_id, title, opens_at, closes_at, settings, published_at, sha256,
          created_by, created_at) values ($1, $2, 'd', 'd', $3, $4, $5, $6, $7, $8, $9, $7)`,
      [DEMO_TENANT, id, it.title, opens, closes, JSON.stringify(settings), written, sha256, organiser.id],
    )
    await client.query('insert into contest_pool values ($1, $2, $3)', [DEMO_TENANT, id, sealed])
    if (it.closes < now) await writeTries(client, id, JSON.parse(sealed), settings, watched, organiser.id)
  }
}

function demoQuestion(question: Question, title: string, number: number): PoolQuestion {
  const options = 'options' in question ? question.options : []
  const key = question.type === 'judge' ? [String(question.answer)] : [question.answer].flat().map(String)
  // Letters go by the place, as in a sheet.
  const letter = (id: string) => 'abcdefgh'[options.findIndex(it => it.id === id)]!
  return {
    ...{ number, type: question.type as ContestType, stem: question.stem, explain: question.explain, topic: '' },
    options: options.map(({ id, text }) => ({ id: letter(id), text })),
    key: question.type === 'judge' ? key : key.map(letter).sort(),
    basis: `应用里的文章《${title}》`,
    difficulty: question.difficulty,
  }
}

function settingsOf(
  { title, opens, closes }: DemoContest,
  pool: readonly PoolQuestion[],
  samples: readonly SampleQuestion[],
): ContestSettings {
  const rows = (Object.keys(CONTEST_TYPES) as ContestType[]).flatMap((type): BlueprintRow[] => {
    const count = Math.min(ASKED[type], pool.filter(it => it.type === type).length)
    return count > 0 ? [{ type, count }] : []
  })
  return {
    ...{ title, note: '这是演示：题目是应用自带的，谁都看得到；人名和组织是编的。', within: 'd', tries: 2 },
    ...{ opens: new Date(opens).toISOString(), closes: new Date(closes).toISOString() },
    clock: { kind: 'question', seconds: 60 },
    paper: { kind: 'blueprint', rows },
    practice: samples.slice(0, PRACTICE).map(it => it.question.id),
    winners: { count: 10, names: 'chosen' },
    teams: { level: 'branch', best: 5 },
    ...{ reveal: true, certificate: true },
  }
}

async function writeTries(
  client: pg.PoolClient,
  id: string,
  sealed: Parameters<typeof paperOf>[0]['sealed'],
  settings: ContestSettings,
  watched: readonly DemoMember[],
  organiser: string,
): Promise<void> {
  const rows = watched
    .filter(it => !it.offline && it.id !== organiser && chance(it.index, 7, 51) * 100 < TOOK_PART)
    .map(member => {
      const began = Date.parse(settings.opens) + Math.floor(chance(member.index, 8, 51) * 6 * 24) * 3_600_000
      const answers = paperOf({ sealed, settings }, member.id, 1).map((place, n) =>
        answerOf(member, sealed.questions, place, n),
      )
      const spent = answers.reduce((sum, it) => sum + it[3], 0)
      const moment = (ms: number) => new Date(ms).toISOString()
      return [
        ...[DEMO_TENANT, id, member.id, 1, member.id, member.branch, CONTEST_CONSENT_VERSION, member.index % 3 === 0],
        ...[moment(began), moment(began), answers.length, 40, JSON.stringify(answers), moment(began + spent)],
      ]
    })
  await copyRows(
    client,
    'contest_try',
    [
      ...['tenant_id', 'contest_id', 'member_id', 'try', 'device', 'branch_id', 'consent_version', 'masked'],
      ...['began_at', 'seen_at', 'place', 'allowance_ms', 'answers', 'finished_at'],
    ],
    rows,
  )
}

/** Most are right; it takes somebody between five and fifty seconds. */
function answerOf(
  member: DemoMember,
  questions: readonly PoolQuestion[],
  { number, order }: PaperPlace,
  n: number,
): [number, string, number, number, number] {
  const question = questions[number - 1]!
  const knows = chance(member.index, n, 52) < 0.75
  const other = question.type === 'judge' ? [question.key[0] === 'true' ? 'false' : 'true'] : [order[n % order.length]!]
  const given = knows ? question.key : other
  const spent = 5_000 + Math.floor(chance(member.index, n, 53) * 45_000)
  return [number, given.join(''), isRight(question, given) ? 1 : 0, spent, 0]
}
