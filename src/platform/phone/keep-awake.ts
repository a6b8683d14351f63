/** Keeping the screen lit. `keep-awake.weapp.ts` and `keep-awake.h5.ts`. */

/**
 * The screen stays lit while any reason holds.
 * @param reason its name; each holds once
 */
export declare function keepAwake(reason: string, on: boolean): void
