import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from '../../../domain/text/typed-code'
import type { Config } from '../config'
import { writeWhole } from '../../postgres/place'

export interface Keys {
  /** Signs access tokens. */
  jwt: string
  /** Still believed, no longer used to sign. */
  jwtBefore?: string
  /** A secret, or a version and a secret: `2:…`. What it hashes is stored with the version before it. */
  pepper: string
  /** What was hashed with it is still found, and hashed anew when its owner comes by. */
  pepperBefore?: string
  /** Ed25519 seed, hex: signs contests' certificates. Without one there are none. */
  certificate?: string
}

/** The two secrets from the environment; on one's own machine, made once and kept in a file of mode 0600. */
export function loadKeys(config: Config): Keys {
  const before = {
    jwtBefore: config.jwtSecretBefore,
    pepperBefore: config.pepperBefore,
    certificate: config.certificateKey,
  }
  if (config.jwtSecret && config.pepper) return { jwt: config.jwtSecret, pepper: config.pepper, ...before }
  const file = path.join(config.dataDir, 'secrets.json')
  fs.mkdirSync(config.dataDir, { recursive: true })
  if (!fs.existsSync(file)) {
    const made: Keys = { jwt: crypto.randomBytes(32).toString('hex'), pepper: crypto.randomBytes(32).toString('hex') }
    writeWhole(file, JSON.stringify(made))
  }
  const kept = readKeys(file)
  const certificate = config.certificateKey ?? ownCertificateKey(config.dataDir)
  return { jwt: config.jwtSecret ?? kept.jwt, pepper: config.pepper ?? kept.pepper, ...before, certificate }
}

/** On one's own machine: made once, in a file of its own beside the secrets that were there before there were certificates. */
function ownCertificateKey(dir: string): string {
  const file = path.join(dir, 'certificate-key')
  if (!fs.existsSync(file)) writeWhole(file, crypto.randomBytes(32).toString('hex'))
  const kept = fs.readFileSync(file, 'utf8').trim()
  if (/^[\da-f]{64}$/.test(kept)) return kept
  throw new Error(`${file} 损坏了：请从备份恢复它；没有备份就删掉它，以前发的证书会对不上新的公钥`)
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

type Kind = 'openid' | 'invite' | 'own' | 'last4' | 'refresh' | 'meeting' | 'backup' | 'ticket' | 'echo'

/** `2:secret` → version and secret; a pepper from before there were versions has none. */
function readPepper(pepper: string): { version?: string; secret: string } {
  const found = /^(\d{1,4}):(.+)$/s.exec(pepper)
  return found ? { version: found[1], secret: found[2]! } : { secret: pepper }
}

function keyed(pepper: string, kind: Kind, value: string): string {
  return crypto.createHmac('sha256', readPepper(pepper).secret).update(`${kind}:${value}`).digest('base64url')
}

const stored = (pepper: string, kind: Kind, value: string) => {
  const { version } = readPepper(pepper)
  return `${version ? `${version}.` : ''}${keyed(pepper, kind, value)}`
}

const peppers = (keys: Keys) => [keys.pepper, ...(keys.pepperBefore ? [keys.pepperBefore] : [])]

/**
 * Keyed hash of a value that must be recognised and never read, as it is stored now. `kind` keeps an openid from ever
 * matching an invite code of the same text.
 */
export const hmac = (keys: Keys, kind: Kind, value: string): string => stored(keys.pepper, kind, value)

/** As it may be stored: {@link hmac} first, then with the pepper before it. */
export const hmacs = (keys: Keys, kind: Kind, value: string): string[] =>
  peppers(keys).map(it => stored(it, kind, value))

/** The versions of what is still recognised; '' for what was hashed before there were versions. */
export const versions = (keys: Keys): string[] => peppers(keys).map(it => readPepper(it).version ?? '')

/** MACs of what is handed out and not stored: the one to make first, then the one still believed. */
export const macs = (keys: Keys, kind: Kind, value: string): string[] => peppers(keys).map(it => keyed(it, kind, value))

/** A code that a person can read out: eight characters, 40 random bits. */
export const inviteCode = (): string => codeOf(crypto.randomBytes(8))
