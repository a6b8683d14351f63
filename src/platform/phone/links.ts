/** A link to a page of this app that can be sent to somebody. `links.h5.ts` and `links.weapp.ts`. */
export declare function linkTo(route: string): string | undefined
