import { memberKeyValue } from './records'

/**
 * Where a reader was, as words rather than a number (W3C TextQuoteSelector): an edit of the article does not lose the place.
 */
export interface Place {
  /** The first characters of the paragraph at the top of the screen. */
  quote: string
  at: number
}

const KEY = 'places'
/** Places of articles read long ago are dropped, oldest first. */
const KEPT = 300
const QUOTE_LENGTH = 24

type Places = Record<string, Place>

export function quoteOf(paragraph: string): string {
  return paragraph.slice(0, QUOTE_LENGTH)
}

export async function savePlace(item: string, place: Place): Promise<void> {
  const kv = await memberKeyValue()
  await kv.update([KEY], values => {
    const places = { ...(values.get(KEY) as Places | undefined), [item]: place }
    const newest = Object.entries(places).sort(([, a], [, b]) => b.at - a.at)
    return new Map([[KEY, Object.fromEntries(newest.slice(0, KEPT))]])
  })
}

export async function readPlace(item: string): Promise<Place | undefined> {
  return ((await (await memberKeyValue()).read([KEY])).get(KEY) as Places | undefined)?.[item]
}
