/** `one-at-a-time.h5.ts` minds other tabs too; WeChat has one window. */

/**
 * Runs `work` unless the same `name` is at work already, in this window or another. A window that is killed lets go.
 * @returns false when somebody else is at it
 */
export declare function oneAtATime(name: string, work: () => Promise<void>): Promise<boolean>
