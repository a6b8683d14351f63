import fs from 'node:fs'
import path from 'node:path'
import { hashOf } from './inputs'

/** What a product was made of, and what it was when it was done. */
interface Stamp {
  inputs: string
  outputs: string
  /** How long it took, for whoever waits for the next. */
  seconds: number
  /** What was asked for beside the inputs' contents: another is made of the same sources for another service. */
  asked?: string
}

const fileOf = (root: string, product: string) => path.join(root, '.cache/build', `${product}.json`)

function readStamp(root: string, product: string): Partial<Stamp> {
  try {
    const read: unknown = JSON.parse(fs.readFileSync(fileOf(root, product), 'utf8'))
    return isStamp(read) ? read : {}
  } catch {
    return {}
  }
}

function isStamp(read: unknown): read is Stamp {
  const { inputs, outputs, seconds } = (read ?? {}) as Partial<Record<keyof Stamp, unknown>>
  return typeof inputs === 'string' && typeof outputs === 'string' && typeof seconds === 'number'
}

/**
 * Whether what lies at `outputs` was made of `inputs` and is still what was made: a build that was killed half-way, a file
 * that somebody changed or took away is not.
 */
export function isCurrent(root: string, product: string, inputs: string, outputs: readonly string[]): boolean {
  const stamp = readStamp(root, product)
  return stamp.inputs === inputs && stamp.outputs === hashOf(root, outputs)
}

/** Written last, in one move. */
export function writeStamp(
  root: string,
  product: string,
  inputs: string,
  outputs: readonly string[],
  seconds: number,
  asked?: string,
): void {
  const file = fileOf(root, product)
  const stamp: Stamp = { inputs, outputs: hashOf(root, outputs), seconds, asked }
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(stamp))
  fs.renameSync(`${file}.${process.pid}`, file)
}

/** How many seconds it took the last time here. */
export function lastSeconds(root: string, product: string): number | undefined {
  return readStamp(root, product).seconds
}

/**
 * When what lies at `outputs` was made, in milliseconds since the epoch: of whatever inputs, but whole, still as it was made
 * and as `asked` for now. Undefined when there is no such thing.
 */
export function lastMade(root: string, product: string, outputs: readonly string[], asked: string): number | undefined {
  const stamp = readStamp(root, product)
  if (stamp.asked !== asked || stamp.outputs !== hashOf(root, outputs)) return undefined
  return fs.statSync(fileOf(root, product)).mtimeMs
}
