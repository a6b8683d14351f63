/** Text files to and from the phone. `files.weapp.ts` and `files.h5.ts`. */

/** Offers a text file to keep: a download on the web, a file to send to a chat on WeChat. @throws when the member refuses */
export declare function giveTextFile(name: string, text: string): Promise<void>
/** The same for a workbook's bytes. @throws when the member refuses */
export declare function giveWorkbook(name: string, bytes: Uint8Array): Promise<void>
/** The same for a file the service made; its name says what it is. @throws when the member refuses */
export declare function giveFile(name: string, bytes: Uint8Array): Promise<void>
/** Lets the member choose a text file. @returns undefined when they choose none */
export declare function takeTextFile(): Promise<string | undefined>
/** Lets the member choose a workbook. @returns undefined when they choose none */
export declare function takeWorkbook(): Promise<{ name: string; bytes: Uint8Array } | undefined>
