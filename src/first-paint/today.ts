import type { DaysVolume } from '@domain/catalog/calendar'
import { keepWords } from '@domain/text/line-ends'
import { titleClass } from '@/components/annal/title-class'
import { add, addAction, corrected, early, frame, type Painting } from './draw'
import { shanghai, weekday } from './shanghai'

/** `11-28` and `11月28日 周六`. */
function today(): { day: string; words: string } {
  const now = Date.now()
  const month = shanghai(now).slice(5, 7)
  const date = shanghai(now).slice(8, 10)
  return { day: `${month}-${date}`, words: `${Number(month)}月${Number(date)}日 ${weekday(now)}` }
}

/** Today's event, as the home page draws it. */
export async function todayPainting(): Promise<Painting | undefined> {
  const { day, words } = today()
  if (corrected(day)) return undefined
  const { days } = await early<DaysVolume>(`days-${day.slice(0, 2)}.json`)
  const event = days.filter(it => it.day === day)[0]!.entries[0]!
  const { root, bar, body } = frame('columns', 'screen__body screen__body--tab')
  add(bar, 'span', 'title-bar__title', document.title)
  const actions = add(bar, 'div', 'title-bar__right')
  addAction(actions, 'search')
  add(actions, 'div', 'title-action', '大字 A')
  add(body, 'span', 'home__date', `${words}\u00a0· 党史上的今天`)
  const thread = add(add(body, 'div', 'home'), 'div', 'thread thread--on')
  const annal = add(add(thread, 'div', 'home__day'), 'div', 'annal')
  add(annal, 'span', 'annal__year', String(event.year))
  add(annal, 'span', titleClass(event.text), keepWords(event.text, event.words))
  return { root, until: '#today-event' }
}
