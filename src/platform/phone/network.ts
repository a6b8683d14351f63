/** Whether there is a network. `network.weapp.ts` and `network.h5.ts`. */

/** Calls back when the phone has a network again. */
export declare function onNetworkBack(back: () => void): void
/** Tells whether the phone has a network: now, and each time that changes. */
export declare function watchNetwork(tell: (connected: boolean) => void): void
