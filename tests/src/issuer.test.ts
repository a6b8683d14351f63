import { fingerprintOf, issuerWords } from '@/subpackages/contest/verify/issuer'

const OWN = 'q43ugsYSbrvpEQG6QoDJr_qVIgEnvUFbKhMD1EC7rXo'
const BEFORE = 'QVRVxLzlgy2FyHpzg7QHoie6W2UIfGvL7njweCgYN2A'
const FOREIGN = 'AAAAxLzlgy2FyHpzg7QHoie6W2UIfGvL7njweCgYN2A'
const AT = Date.UTC(2026, 10, 29, 18, 30)

test('a key that the service has said is its own', () => {
  expect(issuerWords(OWN, { [OWN]: AT })).toEqual({
    own: true,
    words: '✓ 是参与服务自己的公钥，这部手机 2026-11-30 02:30 从服务上记下的。',
  })
})

test('another service’s key is said to be that, with the fingerprint of this one’s latest', () => {
  const { own, words } = issuerWords(FOREIGN, { [BEFORE]: AT - 1, [OWN]: AT })
  expect(own).toBe(false)
  expect(fingerprintOf(OWN)).toBe('37b7 ae20 b6f5 4f7a')
  expect(words).toMatch(/^✕ 不是这里的参与服务的公钥，它的指纹是 37b7 ae20 b6f5 4f7a。/)
})

test('a phone that has heard of no service says that it does not know', () => {
  const { own, words } = issuerWords(FOREIGN, {})
  expect(own).toBe(false)
  expect(words).toMatch(/^这部手机不认识这把公钥/)
})
