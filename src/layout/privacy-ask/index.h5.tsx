export function PrivacyAsk(): null {
  return null
}
