import type { LedgerEvent, LedgerPerson } from '@domain/catalog/ledger'

/** An entry of a ledger with what a search looks at, the rest as it usually is. */
export const event = (id: string, title: string, date: string, summary = `${title}的经过。`): LedgerEvent => ({
  id,
  title,
  date,
  people: [],
  aliases: [],
  figures: [],
  names: [],
  summary,
  period: 'new-democratic',
  histories: ['party'],
  basis: 'recalled',
  verifyIn: [],
})

export const person = (id: string, name: string, summary = `${name}的生平。`): LedgerPerson => ({
  id,
  name,
  aliases: [],
  offices: [],
  summary,
  basis: 'recalled',
  verifyIn: [],
})
