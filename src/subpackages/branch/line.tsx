import type { ComponentProps } from 'react'
import { Line as AnyLine } from '@/components/words-field'

/** Characters that a line takes: of a title or a place, as the service does. */
const LIMIT = 60

/** One line to write, under what it is called, as long as the branch's titles and places may be. */
export function Line(props: Omit<ComponentProps<typeof AnyLine>, 'limit'>) {
  return <AnyLine {...props} limit={LIMIT} />
}
