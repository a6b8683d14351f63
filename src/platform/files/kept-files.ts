import type { KeptFile } from './kept-name'

/** Media kept on the phone: files on WeChat, answers of the Cache API on the web. How they come there is ./downloads.ts. */

/** What is kept, by looking: there is no list beside it that could disagree. */
export declare function listKept(): Promise<KeptFile[]>
/**
 * The address a player can open.
 * @param name as `listKept` gives it
 * @returns undefined when the file is gone
 */
export declare function openKept(name: string): Promise<string | undefined>
/** Deletes one kept file. @param name as `listKept` gives it */
export declare function dropKept(name: string): Promise<void>
