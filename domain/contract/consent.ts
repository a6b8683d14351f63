/** The consent text in force. A new wording gets a new version, and members are asked again. */
export const CONSENT_VERSION = '2026-11-29-3'
