import { openedWords, type OpenedSource } from '../../../domain/catalog/opened-sources'
import type { Provenance } from '../../../domain/catalog/types'
import type { LedgerIndex } from '../corpus/ledger-index'
import type { SourceSource } from '../schema/source'
import { shownPublisher } from './shown-address'

interface Read {
  checked?: { by: 'machine' | 'person'; on: string } | undefined
  approved?: { by: string; on: string } | undefined
}
interface Based {
  basis?: string | undefined
  sources?: readonly unknown[] | undefined
}

/** What an item rests on: `recalled`, `sources`, or in older words what was opened and when. */
export function basisOf({ basis, sources }: Based): string {
  return sources ? 'sources' : (basis ?? 'recalled')
}

/** Where a text comes from and who has read it. */
export function provenanceOf(
  source: Read & { basis?: string | undefined; sources?: string[] | undefined; verify_in: string[] },
  { sources, works }: LedgerIndex,
): Provenance {
  const opened = source.sources?.flatMap(id => {
    const known = sources.get(id)?.value
    return known ? [openedWords(openedSource(known))] : []
  })
  return {
    basis: basisOf(source),
    ...(opened ? { opened } : {}),
    books: source.verify_in.flatMap(id => works.get(id) ?? []),
    ...(source.checked ? { checked: source.checked } : {}),
    ...(source.approved ? { approved: { by: source.approved.by, on: source.approved.on } } : {}),
  }
}

/** A source as the app shows it. */
export function openedSource(it: SourceSource): OpenedSource {
  const { id, title, publisher, published, repository, opened, copy } = it
  const address = it.address ?? it.online
  return {
    id,
    title,
    publisher: shownPublisher(publisher),
    ...(published === undefined ? {} : { published }),
    ...(address === undefined ? {} : { address }),
    ...(repository ? { file: `${repository.name} ${repository.path}（提交 ${repository.commit.slice(0, 7)}）` } : {}),
    opened,
    ...(copy ? { copy: true as const } : {}),
  }
}

/** Whether an item was read by a second reader and by the operator's reviewer. */
export function readingsOf(source: Read): { checked: boolean; approved: boolean } {
  return { checked: source.checked !== undefined, approved: source.approved !== undefined }
}
