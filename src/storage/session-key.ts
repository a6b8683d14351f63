/** Where the login is kept. A file of its own: the main package needs it, the archive only the settings do. */
export const SESSION_KEY = 'session'

/** What this phone is called while it takes records over from another. */
export const TAKING = 'taking'

/** Why the last login ended without being asked to, until the next: the member may not look before the app is closed. */
export const ENDED_KEY = 'binding/ended'
