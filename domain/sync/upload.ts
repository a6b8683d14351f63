import type { MemberEvent } from '../progress/events'

type Kind = MemberEvent['kind']
type FieldsOf<K extends Kind> = Exclude<keyof Extract<MemberEvent, { kind: K }> & string, 'id' | 'at' | 'day' | 'kind'>

/** What leaves the phone of each act, beside its number, kind, time and day. The consent text lists the same, in words. */
export const UPLOADED: { [K in Kind]: FieldsOf<K>[] } = {
  read: ['item', 'seconds', 'reached'],
  listen: ['item', 'seconds', 'from', 'position'],
  watch: ['item', 'seconds', 'from', 'position'],
  finish: ['item'],
  answer: ['run', 'mode', 'answer'],
  set: ['run', 'mode', 'set', 'total', 'correct', 'untimed'],
  favourite: ['item', 'on'],
}
/** …and of one answer. */
export const UPLOADED_ANSWER = ['question', 'hash', 'type', 'shelf', 'given', 'correct', 'seconds'] as const

/** The event as it is sent: the listed fields and nothing that an older or newer app may have kept beside them. */
export function toUpload(event: MemberEvent): MemberEvent {
  const own = pick(event, ['id', 'kind', 'at', 'day', ...UPLOADED[event.kind]])
  return (event.kind === 'answer' ? { ...own, answer: pick(event.answer, UPLOADED_ANSWER) } : own) as MemberEvent
}

function pick(from: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key, value]) => fields.includes(key) && value !== undefined))
}
