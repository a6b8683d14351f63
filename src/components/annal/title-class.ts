import { JOINER } from '@domain/text/line-ends'

/** Characters from which a title is a sentence: it takes a smaller step in large type. */
const LONG = 22

/** The class of a title, its word joiners (`keepWords`) not counted; also for what is painted before the app has begun. */
export const titleClass = (title: string): string =>
  title.split(JOINER).join('').length > LONG ? 'annal__title annal__title--long' : 'annal__title'
