/** Paper. `print.weapp.ts` and `print.h5.ts`. */

/** Whether a page can be printed from here: WeChat has no printer. */
export declare const CAN_PRINT: boolean
/** Opens the browser's own print window with the page in sight. */
export declare function printPage(): void
