import type { EverydayFile } from '../../../domain/search/query'
import type { Corpus } from '../corpus/corpus'

/** `everyday.json`: for search, in the editor's order. */
export function compileEveryday({ everyday }: Corpus): EverydayFile {
  return everyday.map(({ value: { say, means } }) => [say, means])
}
