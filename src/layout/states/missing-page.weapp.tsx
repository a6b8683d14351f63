/** WeChat fetches its packages itself. */
export function MissingPage(): null {
  return null
}
