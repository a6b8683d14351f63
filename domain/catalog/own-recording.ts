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
  /** When it was begun, milliseconds since 1970: two takes are two files, however long. 0 where the name does not say. */
  made: number
  /** `own` is heard in place of the machine's voice, `aside` is kept and not heard, `draft` was recorded and not yet listened to. */
  state: OwnState
}

export type OwnState = 'own' | 'aside' | 'draft'

/** What a phone keeps: so many, so many bytes in all, none longer than so many seconds (WeChat's own limit). */
export const OWN_LIMITS = { count: 30, bytes: 60_000_000, seconds: 600 }

const NAME = /^(own|aside|draft)-(e-\d+)-(\d+)(?:-([\da-z]+))?\.(\w+)$/

/** @param ending of the file's name, which says how it is encoded */
export function ownRecordingName({ state, id, seconds, made }: Omit<OwnRecording, 'name'>, ending: string): string {
  return `${state}-${id}-${Math.max(1, Math.round(seconds))}-${made.toString(36)}.${ending}`
}

/** What a name says; undefined for any other file. */
export function ownRecording(name: string): OwnRecording | undefined {
  const [, state, id, seconds, made = '0'] = NAME.exec(name) ?? []
  if (id === undefined) return undefined
  return { name, id, seconds: Number(seconds), made: parseInt(made, 36), state: state as OwnState }
}

/** The recordings of an episode that are in a state, among the names of files: the latest take first. */
export function allOwnAmong(names: Iterable<string>, id: string, state: OwnState): OwnRecording[] {
  const start = `${state}-${id}-`
  const found = Array.from(names).flatMap(it => (it.indexOf(start) === 0 ? (ownRecording(it) ?? []) : []))
  return found.sort((a, b) => b.made - a.made)
}

/** The latest of them. */
export const ownAmong = (names: Iterable<string>, id: string, state: OwnState): OwnRecording | undefined =>
  allOwnAmong(names, id, state)[0]

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
