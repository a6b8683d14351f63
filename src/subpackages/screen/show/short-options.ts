import type { Option } from '@domain/catalog/types'

/** Options that stand two in a line, characters. */
const SHORT = 14

/** Whether several options leave room for two in a line. */
export const shortOptions = (options: readonly Option[]): boolean =>
  options.length > 2 && options.every(it => it.text.length <= SHORT)
