import type { LedgerIndex } from '../corpus/ledger-index'
import type { Provenance } from '../../../domain/catalog/types'

interface Read {
  checked?: { by: 'machine' | 'person'; on: string } | undefined
  approved?: { by: string; on: string } | undefined
}

interface Based {
  basis?: string | undefined
  /** Ids, or uses with the words that carry a fact. */
  sources?: readonly (string | { id: string })[] | undefined
}

/** What an item rests on, in one line: `recalled`, or what was opened and when. */
export function basisOf({ basis, sources }: Based, known: LedgerIndex['sources']): string {
  const ids = new Set(sources?.map(source => (typeof source === 'string' ? source : source.id)))
  const opened = [...ids].flatMap(id => {
    const source = known.get(id)?.value
    if (!source) return []
    const title = /^《.*》$/u.test(source.title) ? source.title : `《${source.title}》`
    return [`${title}（${source.publisher}）, opened ${source.opened}`]
  })
  return opened.length > 0 ? opened.join('；') : (basis ?? 'recalled')
}

/** Where an item comes from and who has read it. */
export function provenanceOf(
  source: Read & Based & { verify_in: string[] },
  { sources, works }: LedgerIndex,
): Provenance {
  return {
    basis: basisOf(source, sources),
    books: source.verify_in.flatMap(id => works.get(id) ?? []),
    ...(source.checked ? { checked: source.checked } : {}),
    ...(source.approved ? { approved: source.approved } : {}),
  }
}

/** Whether an item was read by a second reader and by the operator's reviewer. */
export function readingsOf(source: Read): { checked: boolean; approved: boolean } {
  return { checked: source.checked !== undefined, approved: source.approved !== undefined }
}
