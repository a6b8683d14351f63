import type { Recorded } from '@/platform/media/recorder'

/** The member's own recordings lie with what was downloaded, under names of their own (domain/catalog/own-recording). `own-files.weapp.ts` and `own-files.h5.ts`. */

/** Keeps a recording under a name. @throws Error in words for the member */
export declare function keepRecorded(name: string, recorded: Recorded): Promise<void>
/** @throws Error when the file is not there */
export declare function renameKept(from: string, to: string): Promise<void>
/** Hands a kept file over: a download on the web, a file to send to a chat on WeChat. @throws when the member refuses */
export declare function giveKept(name: string, as: string): Promise<void>
