export function onPrivacyQuestion(): void {
  // Browsers ask by themselves.
}

export function openPrivacyGuide(): void {
  // WeChat's alone.
}
