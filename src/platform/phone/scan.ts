/** Reading a QR code. `scan.weapp.ts` and `scan.h5.ts`. */

/** Whether the platform can read codes itself; where it cannot, the text is pasted. */
export declare function canScan(): boolean
/** @returns the text of the code, or undefined when the member turned back. @throws when there is no code in the picture */
export declare function scanCode(): Promise<string | undefined>
