/** Compares two texts by code unit: the same order on every phone. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
