import { factOf } from '@domain/catalog/mentions'
import type { Span } from '@domain/catalog/types'
import { classNames } from '../class-names'

/**
 * Which pieces of a paragraph are dotted: the first mention of each fact that `first` holds. A mention that a highlight cuts in
 * two is one mention.
 */
export function dottedIn(pieces: readonly Span[], first: ReadonlySet<string>): boolean[] {
  const facts = pieces.map(span => (typeof span === 'string' || span.length === 2 ? '' : factOf(span[1], span[2])))
  return facts.map((fact, i) => first.has(fact) && facts.slice(facts.indexOf(fact), i).every(it => it === fact))
}

/** Classes of a piece that is more than bare words; `kind` is the span's own. */
export function lookOf(kind: string | undefined, it: { dotted: boolean; lit?: boolean; opened?: boolean }): string {
  return classNames(
    it.lit && 'rich-text__lit',
    kind === 'strong' && 'rich-text__strong',
    it.dotted && (kind === 'term' ? 'rich-text__term' : 'rich-text__cite'),
    it.opened && 'rich-text__cite--opened',
  )
}
