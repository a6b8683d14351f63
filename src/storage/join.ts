import { joinHistory, type History } from '@domain/sync/history'
import { daysKey, itemsKey } from './buckets'
import { type MemberLog, type MemberState, takeApart } from './member-log'
import { eventsIn } from './outbox'

/**
 * Joins what the service knows of `owner` into the summaries of `log`, once their outbox holds nothing the service may
 * have counted already. @returns all summaries as they are now
 */
export async function joinKnown(log: MemberLog, owner: string, history: History): Promise<MemberState> {
  const known = await Promise.all(['items/', 'days/'].map(prefix => log.kv.keys(prefix)))
  const waiting = await log.outbox.segments(owner)
  const days = [...history.days, ...history.late].map(it => it.day)
  const finished = history.items.flatMap(it => it.finishedDay ?? [])
  const handedIn = Object.values(history.sets).map(it => it.day)
  const summaries = [
    ...new Set([
      'totals',
      ...known.flat(),
      ...history.items.map(it => itemsKey(it.item)),
      ...[...days, ...finished, ...handedIn].map(daysKey),
    ]),
  ]
  await log.kv.update([...summaries, ...waiting], values => {
    const { progress, notebook } = log.assemble(values)
    const pending = waiting.flatMap(name => eventsIn(name, values))
    return takeApart({ progress: joinHistory(progress, pending, history), notebook }, summaries)
  })
  return log.load()
}
