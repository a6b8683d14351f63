/** Line ends and other control characters. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu
/** Zero width, direction of writing, fillers that take room and show nothing. */
const UNSHOWN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** One line that can be seen: nothing invisible, nothing that turns the direction of writing, no line ends. May be empty. */
export const shownLine = (text: string): string =>
  text.replace(CONTROL, ' ').replace(UNSHOWN, '').replace(/\s+/g, ' ').trim()

/** The same of several lines, which stay lines. */
export const shownLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(shownLine)
    .join('\n')
    .trim()
