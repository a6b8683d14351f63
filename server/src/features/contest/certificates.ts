import crypto from 'node:crypto'
import { sql } from 'kysely'
import {
  CERTIFICATE_LIMITS,
  type Certificate,
  encodeCertificate,
  signedText,
} from '../../../../domain/contest/certificate'
import { bandOf } from '../../../../domain/contest/standing'
import { bandTitle } from '../../../../domain/contract/contest-limits'
import { shanghaiDay } from '../../../../domain/time/day'
import type { Keys } from '../../auth/keys'
import { maskName } from '../../auth/mask'
import { Problem } from '../../auth/problem'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import type { KnownContest } from './known-contests'
import { gotToEnd, ownTryOf } from './results'

/** PKCS #8 of an Ed25519 key (RFC 8410), before its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const KEY = 32

function signerOf({ certificate }: Keys): { key: Buffer; sign: (text: string) => Buffer } {
  if (!certificate) throw new Problem(503, 'certificate', '这个服务还没有设证书密钥，暂时发不了证书')
  const der = Buffer.concat([PKCS8, Buffer.from(certificate, 'hex')])
  const secret = crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = crypto.createPublicKey(secret).export({ format: 'der', type: 'spki' })
  return { key: spki.subarray(-KEY), sign: text => crypto.sign(null, Buffer.from(text), secret) }
}

/** The public key with which anybody checks a certificate, and how a person compares it. @throws Problem 503 `certificate` */
export function certificateKey(keys: Keys): { key: string; fingerprint: string } {
  const { key } = signerOf(keys)
  const digest = crypto.createHash('sha256').update(key).digest('hex')
  return { key: key.toString('base64url'), fingerprint: digest.slice(0, 16).match(/.{4}/g)!.join(' ') }
}

/** One line, no longer than a certificate takes. */
const short = (text: string, field: keyof typeof CERTIFICATE_LIMITS) =>
  Array.from(text.replace(/\p{Cc}/gu, ' '))
    .slice(0, CERTIFICATE_LIMITS[field])
    .join('')

/** The code of one's certificate: the same every time. Undefined for whoever did not get to the end of their paper. @throws Problem 503 `certificate` */
export async function ownCertificate(
  db: Database,
  { tenant, member }: SelfScope,
  known: KnownContest,
  keys: Keys,
): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string
    masked: boolean
    by: string
    right: number
    questions: number
    place: number
    total: number
  }>`select m.name, r.masked, o.name as by, r.correct as right, r.questions, r.place, c.graded_of as total
    from contest_result r ${ownTryOf(tenant)} join contest c on c.tenant_id = ${tenant} and c.contest_id = r.contest_id
      join member m on m.tenant_id = ${tenant} and m.member_id = r.member_id
      join org o on o.tenant_id = ${tenant} and o.org_id = ${known.org}
    where r.tenant_id = ${tenant} and r.contest_id = ${known.id} and r.member_id = ${member}
      and ${gotToEnd(known)}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { key, sign } = signerOf(keys)
  const band = bandOf(row.place, row.total)
  const certificate: Certificate = {
    title: short(known.settings.title, 'title'),
    by: short(row.by, 'by'),
    name: short(row.masked ? maskName(row.name) : row.name, 'name'),
    day: shanghaiDay(known.closes),
    right: row.right,
    questions: row.questions,
    ...(band && band !== 'all' ? { band: bandTitle(band) } : {}),
  }
  return encodeCertificate(certificate, [...key], [...sign(signedText(certificate))])
}
