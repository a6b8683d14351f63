/** What a platform needs once at launch. `platform.weapp.ts` and `platform.h5.ts`. */
export declare function startPlatform(): void
