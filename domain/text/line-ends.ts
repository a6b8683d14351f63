// Characters that say where a line may end and where it may not.

/** No line may end here; it has no width. */
export const JOINER = '\u2060'
/** A space that no line ends at. */
export const NO_BREAK = '\u00a0'
/** A line may end here; it has no width. */
export const MAY_END = '\u200b'
