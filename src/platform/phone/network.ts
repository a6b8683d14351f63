/** The network coming back. `network.weapp.ts` and `network.h5.ts`. */

/** Calls back when the phone has a network again. */
export declare function onNetworkBack(back: () => void): void
