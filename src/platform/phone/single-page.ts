/** 朋友圈's single page: one page, read there, without the app around it. `single-page.weapp.ts` and `single-page.h5.ts`. */

/**
 * Whether the app runs as one. It then has no navigation and no member: what it would store is in a place of its own that
 * the app never sees again.
 */
export declare function inSinglePage(): boolean
