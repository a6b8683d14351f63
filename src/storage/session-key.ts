/** Where the login is kept. A file of its own: the main package needs it, the archive only the settings do. */
export const SESSION_KEY = 'session'
