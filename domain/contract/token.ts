import { fromBase64url } from '../text/base64url'

/**
 * Whom an access token is for: an opaque name that stays the same over logins and tells members apart, fit for a storage
 * key. The signature is the service's business. @throws Error when it is no token
 */
export function ownerOfToken(access: string): string {
  const bytes = fromBase64url(access.split('.')[1] ?? '')
  const claims = bytes && (JSON.parse(String.fromCharCode(...bytes)) as { sub?: unknown; t?: unknown })
  if (typeof claims?.sub !== 'string' || typeof claims.t !== 'string') throw new Error('not an access token')
  return encodeURIComponent(`${claims.t}.${claims.sub}`)
}
