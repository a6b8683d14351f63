/**
 * A member's own recordings of episodes. What there is to know of one stands in the name of its file: there is no list beside
 * the files that could disagree with them.
 */
export interface OwnRecording {
  /** Of the file. */
  name: string
  /** Of the episode. */
  id: string
  seconds: number
  /** `own` is heard in place of the machine's voice, `aside` is kept and not heard, `draft` was recorded and not yet listened to. */
  state: OwnState
}

export type OwnState = 'own' | 'aside' | 'draft'

/** What a phone keeps: so many, so many bytes in all, none longer than so many seconds (WeChat's own limit). */
export const OWN_LIMITS = { count: 30, bytes: 60_000_000, seconds: 600 }

const NAME = /^(own|aside|draft)-(e-\d+)-(\d+)\.(\w+)$/

/** @param ending of the file's name, which says how it is encoded */
export function ownRecordingName({ state, id, seconds }: Omit<OwnRecording, 'name'>, ending: string): string {
  return `${state}-${id}-${Math.max(1, Math.round(seconds))}.${ending}`
}

/** What a name says; undefined for any other file. */
export function ownRecording(name: string): OwnRecording | undefined {
  const [, state, id, seconds] = NAME.exec(name) ?? []
  return id === undefined ? undefined : { name, id, seconds: Number(seconds), state: state as OwnState }
}

/** The recording of an episode that is in a state, among the names of files. */
export function ownAmong(names: Iterable<string>, id: string, state: OwnState): OwnRecording | undefined {
  const start = `${state}-${id}-`
  const name = Array.from(names).find(it => it.indexOf(start) === 0)
  return name === undefined ? undefined : ownRecording(name)
}

/** The name of the same recording in another state. */
export function inState({ name, state }: OwnRecording, next: OwnState): string {
  return next + name.slice(state.length)
}

/**
 * Under this name a recording is handed to the operator: `e-0007.human.王小明.mp3`, as scripts/media takes it.
 * @param teller as the member writes it; without one the operator has to ask
 */
export function handedName({ name, id }: OwnRecording, teller: string): string {
  const plain = teller.replace(/[\s./\\:*?"<>|]/g, '').slice(0, 20)
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return [id, 'human', ...(plain ? [plain] : []), ending].join('.')
}
