import { fromBase64url } from '@domain/text/base64url'
import { formatMinute } from '@domain/time/format'
import { fingerprint } from './fingerprint'

/** The fingerprint of a key as it is written on the wire. */
export const fingerprintOf = (key: string): string => fingerprint(fromBase64url(key) ?? [])

/**
 * Whose key it is, as far as this phone knows.
 * @param issuers the keys that its service has said are its own, by when they were heard first (milliseconds); it is asked when the page opens
 */
export function issuerWords(key: string, issuers: Record<string, number>): { own: boolean; words: string } {
  const since = issuers[key]
  if (since !== undefined)
    return { own: true, words: `✓ 是参与服务自己的公钥，这部手机 ${formatMinute(since)} 从服务上记下的。` }
  const [latest] = Object.keys(issuers).sort((a, b) => issuers[b]! - issuers[a]!)
  if (latest !== undefined)
    return {
      own: false,
      words: `✕ 不是这里的参与服务的公钥，它的指纹是 ${fingerprintOf(latest)}。这一张可能是别的地方发的，可能是换公钥以前发的，也可能是谁用自己的钥匙签的。请拿下面的指纹，和主办方公布的对一对。`,
    }
  return {
    own: false,
    words:
      '这部手机不认识这把公钥：谁都能用自己的钥匙签一张。请拿下面的指纹，和主办方公布的对一对；联网打开这一页，也会去问服务。',
  }
}
