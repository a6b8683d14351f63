import type { LedgerPerson } from '@domain/catalog/ledger'
import { plainForm } from '@domain/search/plain-form'

export const ALL = 'all'
export type Order = 'name' | 'born'

/** Letters to file people under: a few to a group, as in an address book, since twenty-three are too many to choose from. */
export const LETTERS = ['ABC', 'DEFG', 'HIJ', 'KLM', 'NOPQR', 'ST', 'UVWX', 'YZ']

/** The letter a person is filed under: ids are names in pinyin. */
function letterOf(person: LedgerPerson): string {
  return person.id.slice(0, 1).toUpperCase()
}

/** People whose name, other name or native place has the words, filed under a group of letters or all; unknown births come last. */
export function peopleOf(people: LedgerPerson[], words: string, letter: string, order: Order): LedgerPerson[] {
  const wanted = plainForm(words)
  const found = people.filter(
    it =>
      (letter === ALL || letter.indexOf(letterOf(it)) >= 0) &&
      (wanted === '' || [it.name, ...it.aliases, it.native ?? ''].some(name => plainForm(name).indexOf(wanted) >= 0)),
  )
  const key = (it: LedgerPerson) => (order === 'born' ? (it.born ?? '9') : it.id)
  return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** What a long list is parted by: the letter of the name, or the decade of birth. */
export function groupOf(person: LedgerPerson, order: Order): string {
  if (order === 'name') return letterOf(person)
  return person.born ? `${person.born.slice(0, 3)}0年代出生` : '生年不详'
}

/** `1898 — 1976`, `1916年生`. */
export function years({ born, died }: LedgerPerson): string {
  const [from, to] = [born?.slice(0, 4), died?.slice(0, 4)]
  if (from && to) return `${from} — ${to}`
  return from ? `${from}年生` : to ? `${to}年去世` : ''
}
