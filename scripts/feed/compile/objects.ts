import type { ObjectsFile } from '../../../domain/catalog/objects'
import type { Corpus } from '../corpus/corpus'

/** Every drawing once, and which article has which. */
export function compileObjects({ objects }: Corpus): ObjectsFile {
  return {
    objects: objects.map(({ value: { id, alt, ink, red } }) => ({ id, alt, ink, red })),
    of: Object.fromEntries(objects.flatMap(({ value: { id, of } }) => of.map(article => [article, id]))),
  }
}
