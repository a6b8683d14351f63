import type { Verify } from '@domain/errata/file'

/** What reads the operator's signature. `verify.h5.ts` and `verify.weapp.ts`. @throws when it cannot be had without a network */
export declare function signatures(): Promise<Verify>

/** What loads the library on WeChat, where it lies beside the feed: the path is relative to the file that calls. */
export declare function setVerifier(load: () => Promise<unknown>): void
