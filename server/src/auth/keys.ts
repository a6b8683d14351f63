import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from '../config'
import { writeWhole } from '../../postgres/place'

export interface Keys {
  jwt: string
  pepper: string
}

/** The two secrets from the environment; on one's own machine, made once and kept in a file of mode 0600. */
export function loadKeys(config: Config): Keys {
  if (config.jwtSecret && config.pepper) return { jwt: config.jwtSecret, pepper: config.pepper }
  const file = path.join(config.dataDir, 'secrets.json')
  fs.mkdirSync(config.dataDir, { recursive: true })
  if (!fs.existsSync(file)) {
    const made: Keys = { jwt: crypto.randomBytes(32).toString('hex'), pepper: crypto.randomBytes(32).toString('hex') }
    writeWhole(file, JSON.stringify(made))
  }
  const kept = readKeys(file)
  return { jwt: config.jwtSecret ?? kept.jwt, pepper: config.pepper ?? kept.pepper }
}

/** A damaged file is never made anew: with another pepper every binding would silently be lost. */
function readKeys(file: string): Keys {
  try {
    const { jwt, pepper } = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Keys>
    if (jwt && pepper) return { jwt, pepper }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error
  }
  throw new Error(`${file} 损坏了：请从备份恢复它；没有备份就删掉它，所有人要重新绑定`)
}

/**
 * Keyed hash of a value that must be recognised and never read. `kind` keeps an openid from ever matching an invite code
 * of the same text.
 */
export function hmac(
  keys: Keys,
  kind: 'openid' | 'invite' | 'own' | 'last4' | 'refresh' | 'meeting',
  value: string,
): string {
  return crypto.createHmac('sha256', keys.pepper).update(`${kind}:${value}`).digest('base64url')
}

/** No vowels to spell with, no letters that look like digits. Eight of them are 40 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that a person can read out: eight characters, 40 random bits. */
export function inviteCode(): string {
  return Array.from(crypto.randomBytes(8), byte => ALPHABET[byte & 31]).join('')
}

/** What was typed, as the code was made: spaces and dashes dropped, look-alikes taken for what they look like. */
export function readInviteCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0').replace(/U/g, 'V')
}
