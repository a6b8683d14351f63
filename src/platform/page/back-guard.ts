/**
 * Says that the next step back is the app's own, which no sheet that is still to be seen may take for itself.
 * `back-guard.h5.ts`; on WeChat only the member's Back closes sheets (components/back-closes.weapp.tsx).
 */
export declare function passBack(): void
