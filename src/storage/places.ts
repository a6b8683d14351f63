import { PLACES, type Place, type Places } from './place'
import { memberKeyValue } from './records'

/** Places of articles read long ago are dropped, oldest first. */
const KEPT = 300
const QUOTE_LENGTH = 24

export function quoteOf(paragraph: string): string {
  return paragraph.slice(0, QUOTE_LENGTH)
}

export async function savePlace(item: string, place: Place): Promise<void> {
  const kv = await memberKeyValue()
  await kv.update([PLACES], values => {
    const places = { ...(values.get(PLACES) as Places | undefined), [item]: place }
    const newest = Object.entries(places).sort(([, a], [, b]) => b.at - a.at)
    return new Map([[PLACES, Object.fromEntries(newest.slice(0, KEPT))]])
  })
}

export async function readPlace(item: string): Promise<Place | undefined> {
  return ((await (await memberKeyValue()).read([PLACES])).get(PLACES) as Places | undefined)?.[item]
}
