import crypto from 'node:crypto'
import { type Keys, macs } from '../../auth/keys'

/** A ticket is good for so long after its turn. */
const TICKET_MS = 30 * 60_000
/** What comes back later is no measurement of the line. */
const ECHO_MS = 60_000

const sign = (keys: Keys, kind: 'ticket' | 'echo', whose: string, at: number) => macs(keys, kind, `${whose} ${at}`)

function read(keys: Keys, kind: 'ticket' | 'echo', whose: string, text: string): number | undefined {
  const [moment = '', mac = ''] = text.split('.')
  if (!/^\d{10,15}$/.test(moment)) return undefined
  const given = Buffer.from(mac)
  const known = sign(keys, kind, whose, Number(moment)).some(it => {
    const own = Buffer.from(it)
    return own.length === given.length && crypto.timingSafeEqual(own, given)
  })
  return known ? Number(moment) : undefined
}

const made = (keys: Keys, kind: 'ticket' | 'echo', whose: string, at: number) =>
  `${Math.ceil(at)}.${sign(keys, kind, whose, Math.ceil(at))[0]}`

/** A place in line that outlives the process which gave it. `whose` names district, contest and member. */
export const makeTicket = (keys: Keys, whose: string, turn: number): string => made(keys, 'ticket', whose, turn)

/**
 * Milliseconds until the ticket's turn, 0 when it has come; undefined when it is not ours, not theirs, too old, or of a time that the
 * clock was set back from: no line is as long.
 */
export function ticketWait(keys: Keys, whose: string, ticket: string, now: number): number | undefined {
  const turn = read(keys, 'ticket', whose, ticket)
  if (turn === undefined || Math.abs(now - turn) > TICKET_MS) return undefined
  return Math.max(0, turn - now)
}

/** What a phone sends straight back, so that the line is measured. */
export const makeEcho = (keys: Keys, whose: string, now: number): string => made(keys, 'echo', whose, now)

/** How long it was on its way, milliseconds; undefined when it measures nothing. */
export function echoTook(keys: Keys, whose: string, echo: string, now: number): number | undefined {
  const sent = read(keys, 'echo', whose, echo)
  if (sent === undefined || now < sent || now - sent > ECHO_MS) return undefined
  return now - sent
}
