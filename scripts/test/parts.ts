import fs from 'node:fs'

/** Seconds of processor time of the files that take long for their length, as last measured; all others go by their lines. */
const LONG: Record<string, number> = {
  'tests/browser/access.test.ts': 120,
  'tests/browser/keep.test.ts': 60,
  'tests/browser/sync.test.ts': 52,
  'tests/browser/damaged-cache.test.ts': 25,
  'tests/browser/downloads.test.ts': 25,
  'tests/browser/new-phone.test.ts': 25,
  'tests/browser/two-phones.test.ts': 23,
  'tests/browser/search.test.ts': 22,
  'tests/browser/slip.test.ts': 17,
  'tests/browser/ask.test.ts': 14,
  'tests/browser/which-first.test.ts': 14,
  'tests/browser/lost-answer.test.ts': 10,
  'tests/browser/quiz-friend.test.ts': 9,
  'tests/weapp/budgets.test.ts': 47,
  'tests/weapp/pages.test.ts': 15,
}

/** About so much a file takes, in seconds. */
const weightOf = (file: string): number => LONG[file] ?? fs.readFileSync(file, 'utf8').split('\n').length / 20

/** The longest first: what is taken last should be short. */
export const longestFirst = (files: readonly string[], weight = weightOf): string[] =>
  files
    .map(file => ({ file, weight: weight(file) }))
    .sort((a, b) => b.weight - a.weight)
    .map(it => it.file)

/**
 * Deals files out to runners so that all of them end at about the same time: the longest first, each to the one that has least.
 * @returns one list a runner; fewer where there are fewer files
 */
export function dealOut(files: readonly string[], runners: number, weight = weightOf): string[][] {
  const parts = Array.from({ length: Math.min(runners, files.length) }, () => ({ files: [] as string[], sum: 0 }))
  for (const file of longestFirst(files, weight)) {
    const least = parts.reduce((a, b) => (b.sum < a.sum ? b : a))
    least.files.push(file)
    least.sum += weight(file)
  }
  return parts.map(part => part.files)
}
