import { assemble } from '../../domain/feed/assemble'
import { checkCorpus } from '../../domain/feed/check'
import { checkApproved } from '../../domain/feed/checks/approved'
import { checkSizes } from '../../domain/feed/checks/size'
import { compileBundle, type Bundle } from '../../domain/feed/compile/bundle'
import type { Problem } from '../../domain/feed/problem'
import type { Corpus } from '../../domain/feed/source'
import { parseAll } from './cache'
import { readTree } from './read/tree'

export interface Compiled {
  corpus: Corpus
  problems: Problem[]
  /** Absent when the content is too incomplete to be divided into volumes. */
  bundle?: Bundle
}

/** Reads, checks and compiles the content below `root`; writes nothing but the cache. */
export async function compileContent(root: string, release: boolean): Promise<Compiled> {
  const files = await parseAll(await readTree(root), root)
  const { corpus, problems: shape } = assemble(files, {})
  const problems = [...files.flatMap(file => file.problems), ...shape, ...checkCorpus(corpus)]
  if (release) problems.push(...checkApproved(corpus))
  if (!corpus.shelves || !corpus.brand) return { corpus, problems }
  const bundle = compileBundle(corpus)
  return { corpus, problems: [...problems, ...checkSizes(bundle)], bundle }
}
