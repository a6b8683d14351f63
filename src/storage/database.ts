/** The database of the web app and its one store; also for what is painted before the app has begun (src/first-paint). */
export const DATABASE = 'e-dangshi'
export const STORE = 'kv'
