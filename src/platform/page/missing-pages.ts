/** Pages whose code is not on the phone yet. `missing-pages.weapp.ts` and `missing-pages.h5.ts`. */

/**
 * Resolves once the code of the page at `url` is there: what is entered before that leaves an address in the browser's
 * history that has no page.
 * @throws when it cannot be had
 */
export declare function fetchPage(url: string): Promise<void>
/** The page at `url` could not be opened; `again` opens it. */
export declare function pageMissing(error: unknown, url: string, again: () => void): void
/** Calls back when a page is missing, with what tries again. */
export declare function onMissingPage(tell: (again: () => void) => void): void
/** An address was entered at which there is no page. */
export declare function pageUnknown(): void
/** Calls back when an address has no page, also one that was entered before. */
export declare function onUnknownPage(tell: () => void): void
