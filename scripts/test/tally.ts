import { NOTHING_LEFT } from './claims'

/** What a runner reported. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** A test may print such a line too; the runner's own is the last. */
const last = (line: RegExp, output: string) => [...output.matchAll(line)].at(-1)?.[1]

/**
 * Jest prints `Tests:  1 failed, 2 skipped, 30 passed, 33 total`, in which suites that did not load are missing: each of them
 * is a failure.
 */
export function countJest(output: string): Tally | undefined {
  const line = last(/^Tests:\s+(.*)$/gm, output)
  if (!line) return undefined
  const numberIn = (text: string, word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0)
  const number = (word: string) => numberIn(line, word)
  const suites = numberIn(last(/^Test Suites:\s+(.*)$/gm, output) ?? '', 'failed')
  return {
    passed: number('passed'),
    failed: Math.max(number('failed') + suitesNotLoaded(output), suites),
    skipped: number('skipped') + number('todo'),
  }
}

/** By name: among many suites jest tells of each failure twice. */
function suitesNotLoaded(output: string): number {
  const found = new Set<string>()
  let suite = ''
  for (const line of output.split('\n')) {
    const name = /^FAIL (.*?)(?: \([\d.]+ m?s\))?$/.exec(line)?.[1]
    if (name !== undefined) suite = name
    else if (/^ {2}● Test suite failed to run$/.test(line)) found.add(suite)
  }
  return found.size
}

/** Node's runner closes with `ℹ pass 12` (or `# pass 12`), one line a count. */
export function countNodeTest(output: string): Tally | undefined {
  const number = (word: string) => last(new RegExp(`^[#ℹ] ${word} (\\d+)`, 'gm'), output)
  const passed = number('pass')
  if (passed === undefined) return undefined
  return {
    passed: Number(passed),
    failed: Number(number('fail') ?? 0) + Number(number('cancelled') ?? 0),
    skipped: Number(number('skipped') ?? 0),
  }
}

/**
 * What a step adds to the last line. One that counts nothing is one test that passes or fails, and has crashed only when a
 * signal ended it; one that crashed is one failure more than its runner reported, unless the runner reported the failure itself. A runner that ran nothing has crashed, but for one whose files others had
 * taken.
 * @param status of the process; null when a signal ended it
 */
export function tallyOf(
  status: number | null,
  output: string,
  count?: (output: string) => Tally | undefined,
): Tally & { crashed: boolean } {
  const counted = count?.(output)
  if (!counted) {
    const failed = status === 0 && !count ? 0 : 1
    return { passed: 1 - failed, failed, skipped: 0, crashed: status === null || !!count }
  }
  const ran = counted.passed + counted.failed + counted.skipped
  const idle = output.split('\n').includes(NOTHING_LEFT)
  const crashed = (status !== 0 && counted.failed === 0) || (ran === 0 && !idle)
  return { ...counted, failed: counted.failed + (crashed ? 1 : 0), crashed }
}
