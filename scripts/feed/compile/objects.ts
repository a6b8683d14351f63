import type { ObjectsFile } from '../../../domain/catalog/objects'
import type { Corpus } from '../corpus/corpus'

/** The drawings of articles, each once, and which article has which; those that are covers alone are files (content/covers). */
export function compileObjects({ objects }: Corpus): ObjectsFile {
  return {
    objects: objects.flatMap(({ value: { id, alt, of, ink, red } }) => (of.length > 0 ? [{ id, alt, ink, red }] : [])),
    of: Object.fromEntries(objects.flatMap(({ value: { id, of } }) => of.map(article => [article, id]))),
  }
}
