import type { Span } from '../catalog/types'

/** The words of a piece of a paragraph, without what it leads to. */
export const textOf = (span: Span): string => (typeof span === 'string' ? span : span[0])

/** The words of a paragraph alone. */
export const plainText = (spans: readonly Span[]): string => spans.map(textOf).join('')
