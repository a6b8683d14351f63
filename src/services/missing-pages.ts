/** Pages whose code is not on the phone yet. `missing-pages.weapp.ts` and `missing-pages.h5.ts`. */

/** Calls back when a page is missing, with what tries again. */
export declare function onMissingPage(tell: (again: () => void) => void): void
