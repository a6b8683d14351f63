import path from 'node:path'
import type { Outcome } from './run-step'

/** More files than this do not fail by chance. */
const MOST = 3

/** Where suites named after their files are declared. */
const SUITES = 'suites.ts'

/** Base names of the files where failed tests stand: `test at …` of the spec reporter, `location` of TAP. */
function placesOf(output: string): string[] {
  const places = [
    ...output.matchAll(/^test at (.+?):\d+:\d+$/gm),
    // TAP tells of what passed as well.
    ...output.matchAll(/^ *not ok \d+ - .*\n +---\n(?: +\w+: .*\n)*? +location: '(.+?):\d+:\d+'$/gm),
  ]
  return places.map(([, place = '']) => path.basename(place))
}

/** Names of suites that failed as a whole; each is called like its file. */
const suitesOf = (output: string): string[] =>
  [...output.matchAll(/^(?:✖|not ok \d+ -) (\S+)(?: \([\d.]+ms\))?$/gm)].map(([, name = '']) => name)

/**
 * The files worth a second run, by what Node's runner says: those in which tests failed, if they are few and nothing failed
 * elsewhere.
 * @param files that the runner was given
 * @param among those that may have one
 */
export function worthAgain(output: string, files: readonly string[] = [], among: readonly string[] = files): string[] {
  const [places, suites] = [placesOf(output), suitesOf(output)]
  const names = new Set(files.map(file => path.basename(file)))
  if (places.some(place => place !== SUITES && !names.has(place))) return []
  const failed = files.filter(file => {
    const name = path.basename(file)
    return places.includes(name) || suites.includes(name.replace(/\.test\.ts$/, ''))
  })
  return failed.length <= MOST && failed.every(file => among.includes(file)) ? failed : []
}

/** What counts after a second run of `files` alone: that they pass, if all of them did; else the first run as it was. */
export function settled(first: Outcome, second: Outcome, files: readonly string[]): Outcome {
  if (second.failed > 0 || second.passed < first.failed) return first
  return {
    ...first,
    seconds: first.seconds + second.seconds,
    passed: first.passed + first.failed,
    failed: 0,
    again: files.map(file => path.basename(file, '.test.ts')),
  }
}
