/** Between two words about one thing. It stays with the first: no line begins with it. */
export const DOT = '\u00a0· '
