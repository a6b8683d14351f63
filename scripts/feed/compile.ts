import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { assemble } from './corpus/assemble'
import { checkCorpus } from './checks/corpus'
import { checkApproved, checkSigned } from './checks/approved'
import { checkCopied } from './checks/copied'
import { checkFaults } from './checks/faults'
import { checkMedia } from './checks/media'
import { checkSizes } from './checks/size'
import { compileBundle, type Bundle } from './compile/bundle'
import { checkLock, parseLock, type LockedId } from './corpus/ids-lock'
import type { Problem } from './problem'
import type { Corpus } from './corpus/corpus'
import { parseAll } from './read/cache'
import { FAULTS, readFaults, withReadings } from './read/faults'
import type { Options } from './options'
import { readMediaFacts } from './read/media'
import { readTree } from './read/tree'

export const LOCK = 'content/ids.lock'

export interface Compiled {
  corpus: Corpus
  problems: Problem[]
  /** Absent when the content is too incomplete to be divided into volumes. */
  bundle?: Bundle
  locked: LockedId[]
}

/** Reads, checks and compiles the content below `root`; writes nothing but the cache. */
export async function compileContent({
  root,
  release,
  renamed,
}: Pick<Options, 'root' | 'release' | 'renamed'>): Promise<Compiled> {
  const parsed = await parseAll([...(await readTree(root)), ...(await readFaults(root))], root)
  const files = parsed.filter(({ name }) => name !== FAULTS)
  const faults = parsed.find(({ name }) => name === FAULTS)
  const { corpus, problems: shape } = assemble(files)
  const { locked, problems: unread } = parseLock(await readFile(path.join(root, LOCK), 'utf8').catch(() => ''))
  const problems = [
    ...files.flatMap(file => file.problems),
    ...shape,
    ...checkCorpus(corpus),
    ...(corpus.unread ? [] : checkMedia(corpus, await readMediaFacts(corpus, root))),
    ...(corpus.unread ? [] : checkCopied(files, corpus.copied)),
    ...(corpus.unread || corpus.refused ? [] : checkSigned(corpus)),
    ...(faults ? checkFaults(await withReadings(faults, root), files) : []),
    ...unread,
    ...checkLock(locked, corpus, renamed),
  ]
  if (release) problems.push(...checkApproved(corpus))
  if (!corpus.shelves || !corpus.brand) return { corpus, problems, locked }
  const bundle = compileBundle(corpus)
  return { corpus, problems: [...problems, ...checkSizes(bundle)], bundle, locked }
}
