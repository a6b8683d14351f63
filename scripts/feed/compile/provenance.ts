import type { LedgerIndex } from '../corpus/ledger-index'
import type { Provenance } from '../../../domain/catalog/types'

interface Read {
  checked?: { by: 'machine' | 'person'; on: string } | undefined
  approved?: { by: string; on: string } | undefined
}

/** Where an item comes from and who has read it. */
export function provenanceOf(
  source: Read & { basis: string; verify_in: string[] },
  { sources }: LedgerIndex,
): Provenance {
  return {
    basis: source.basis,
    books: source.verify_in.flatMap(id => sources.get(id) ?? []),
    ...(source.checked ? { checked: source.checked } : {}),
    ...(source.approved ? { approved: source.approved } : {}),
  }
}

/** Whether an item was read by a second reader and by the operator's reviewer. */
export function readingsOf(source: Read): { checked: boolean; approved: boolean } {
  return { checked: source.checked !== undefined, approved: source.approved !== undefined }
}
