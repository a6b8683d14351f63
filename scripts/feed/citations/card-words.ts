import type { Corpus } from '../corpus/corpus'

type Event = Corpus['events'][number]['value']
type Person = Corpus['people'][number]['value']
type Office = Person['offices'][number]

/** How a date of the ledger is written; as it stands there unless another way is asked for. */
type SayDate = (date: string) => string
const asItStands: SayDate = date => date

/** All that a card says: the words of a source may carry its date or place and not its summary. */
export const eventWords = ({ title, summary, date, place }: Event, say = asItStands): string =>
  [`${title}：${summary}`, say(date), place].filter(Boolean).join(' · ')

export const personWords = ({ name, summary, born, died, native, offices }: Person, say = asItStands): string =>
  [
    `${name}：${summary}`,
    born && `生 ${say(born)}`,
    died && `卒 ${say(died)}`,
    native,
    ...offices.map(office => officeWords(office, say)),
  ]
    .filter(Boolean)
    .join(' · ')

const officeWords = ({ title, from, to }: Office, say: SayDate): string =>
  `${title} ${say(from)}—${to === undefined ? '' : say(to)}`
