import { NO_BREAK } from '@domain/text/line-ends'

/** Between two words about one thing. It stays with the first: no line begins with it. */
export const DOT = `${NO_BREAK}· `
