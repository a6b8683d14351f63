/** A module beside the page: WeChat takes along what the page's script names, and no text files. */
export const readLicences = async (): Promise<string> => __non_webpack_require__('./text.js') as string
