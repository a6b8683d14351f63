/** A link to a page of this app that can be sent to somebody. `links.h5.ts` and `links.weapp.ts`. */
export declare function linkTo(route: string): string | undefined
/** What is typed on another computer to open a page of the web app. @param short one of SHORT_ADDRESSES (domain/room/addresses) */
export declare function typedAddress(short: string): string
