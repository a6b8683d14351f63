import crypto from 'node:crypto'

/** 128 bits as 22 characters: what a phone or a screen comes back with. */
export const newSecret = (): string => crypto.randomBytes(16).toString('base64url')

/** What is kept of a key. It is random, so a plain hash cannot be turned back. */
export const hashKey = (key: string): string => crypto.createHash('sha256').update(key).digest('base64url')
