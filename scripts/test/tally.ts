/** What a runner reported. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Jest prints `Tests:  1 failed, 2 skipped, 30 passed, 33 total`. */
export function countJest(output: string): Tally | undefined {
  const line = /^Tests:\s+(.*)$/m.exec(output)?.[1]
  if (!line) return undefined
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: number('passed'), failed: number('failed'), skipped: number('skipped') + number('todo') }
}

/** Node's runner closes with `ℹ pass 12` (or `# pass 12`), one line a count. */
export function countNodeTest(output: string): Tally | undefined {
  const number = (word: string) => new RegExp(`^[#ℹ] ${word} (\\d+)`, 'm').exec(output)?.[1]
  const passed = number('pass')
  if (passed === undefined) return undefined
  return {
    passed: Number(passed),
    failed: Number(number('fail') ?? 0) + Number(number('cancelled') ?? 0),
    skipped: Number(number('skipped') ?? 0),
  }
}

/**
 * What a step adds to the last line. One that counts nothing is one test that passes or fails; one that crashed is one failure
 * more than its runner reported, unless the runner reported the failure itself.
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
    return { passed: 1 - failed, failed, skipped: 0, crashed: failed > 0 }
  }
  const crashed = status !== 0 && counted.failed === 0
  return { ...counted, failed: counted.failed + (crashed ? 1 : 0), crashed }
}
