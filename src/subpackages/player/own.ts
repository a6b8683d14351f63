import {
  allOwnAmong,
  inState,
  OWN_LIMITS,
  ownAmong,
  ownRecording,
  ownRecordingName,
  type OwnRecording,
  type OwnState,
} from '@domain/catalog/own-recording'
import { spellBytes } from '@/components/bytes'
import { keepRecorded, renameKept } from '@/platform/files/own-files'
import { dropKept } from '@/platform/files/kept-files'
import type { KeptFile } from '@/platform/files/kept-name'
import type { Recorded } from '@/platform/media/recorder'
import { useKept } from '@/stores/kept'
import { usePlayer } from '@/stores/player'

/** A recording and the bytes it takes. */
export interface OwnFile extends OwnRecording {
  bytes: number
}

/** The member's own recordings among what is kept. */
export function ownFiles(files: readonly KeptFile[] = []): OwnFile[] {
  return files.flatMap(({ name, bytes }) => {
    const own = ownRecording(name)
    return own ? [{ ...own, bytes }] : []
  })
}

/** Those of one episode, by their state; changes with what is kept. */
export function useOwn(id: string): Partial<Record<OwnState, OwnRecording>> {
  const names = useKept(state => state.names)
  return {
    own: ownAmong(names, id, 'own'),
    aside: ownAmong(names, id, 'aside'),
    draft: ownAmong(names, id, 'draft'),
  }
}

/** Why another recording cannot be kept; undefined while it can. One of the same episode takes the place of what it replaces. */
export function noRoom(files: readonly KeptFile[] | undefined, id: string): string | undefined {
  const others = ownFiles(files).filter(it => it.id !== id)
  const bytes = others.reduce((sum, it) => sum + it.bytes, 0)
  if (others.length < OWN_LIMITS.count && bytes < OWN_LIMITS.bytes) return undefined
  return `您讲的已经存了 ${others.length} 段，共 ${spellBytes(bytes)}，放不下新的了。在“下载的节目”里删掉几段，再来录。`
}

/** What plays is what lies there: it does not go on under another voice. */
async function changed(id: string): Promise<void> {
  if (usePlayer.getState().episode?.id === id) usePlayer.getState().close()
  await useKept.getState().look()
}

async function dropThose(id: string, states: OwnState[], but?: string): Promise<void> {
  const { names, drop } = useKept.getState()
  const gone = states.flatMap(state => allOwnAmong(names, id, state)).flatMap(it => (it.name === but ? [] : it.name))
  if (gone.length > 0) await drop(gone)
}

/** What has been told so far: a page that is closed on the way does not take it along. Returns its file; `before`: that of last time. */
export async function keepPart(id: string, recorded: Recorded, made: number, before?: string): Promise<string> {
  const name = ownRecordingName({ state: 'draft', id, seconds: recorded.seconds, made }, recorded.ending)
  await keepRecorded(name, recorded)
  if (before !== undefined && before !== name) await dropKept(before)
  return name
}

/** Keeps what was just recorded until it has been listened to: a kill does not lose it. */
export async function keepDraft(id: string, recorded: Recorded, made: number, part?: string): Promise<void> {
  await useKept.getState().known()
  // The new one first: of two, none is lost when there is no room.
  const name = await keepPart(id, recorded, made, part)
  await dropThose(id, ['draft'], name)
  await useKept.getState().look()
}

/** A recording is heard in place of the machine's voice, or no longer; of an episode there is one that is kept. */
export async function setState(own: OwnRecording, state: 'own' | 'aside'): Promise<void> {
  const next = inState(own, state)
  await renameKept(own.name, next)
  await dropThose(own.id, ['own', 'aside'], next)
  await changed(own.id)
}

export async function dropOwn({ id, name, state }: OwnRecording): Promise<void> {
  await useKept.getState().drop([name])
  if (state === 'own') await changed(id)
}
