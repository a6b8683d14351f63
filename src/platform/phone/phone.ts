/** What the phone itself prefers. `phone.weapp.ts` and `phone.h5.ts`. */
export type Theme = 'light' | 'dark'

export declare function systemTheme(): Theme
/** Calls back when the phone changes between light and dark. */
export declare function onSystemTheme(change: (theme: Theme) => void): void
/** The phone's own text size against its default: 1 is normal. */
export declare function systemTextScale(): number
/** Milliseconds that only ever grow within a session of the app, for telling a jumped clock. */
export declare function monotonicNow(): number
/** Random bytes of the platform's generator. */
export declare function randomBytes(length: number): Promise<Uint8Array>
