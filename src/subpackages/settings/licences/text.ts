/** What config/licences.ts has written, as it was built in: `text.h5.ts`, `text.weapp.ts`. @throws FeedError */
export declare function readLicences(): Promise<string>
