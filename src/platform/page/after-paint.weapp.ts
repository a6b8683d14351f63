/** The package has all files already. */
export const afterPaint = (): Promise<void> => Promise.resolve()
