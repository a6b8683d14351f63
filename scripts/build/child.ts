import { type ChildProcess, spawn } from 'node:child_process'

/** A step of a build that failed, with all that its tool said. */
export class StepFailed extends Error {
  override name = 'StepFailed'
  constructor(
    message: string,
    readonly output: string,
    /** How it ended: its exit code, or the signal that ended it. */
    readonly code: number | string = 1,
  ) {
    super(message)
  }
}

/** Node's arguments for a script in TypeScript. */
export const TYPESCRIPT = ['--import', 'tsx']

/**
 * Runs a script of ours in a Node of its own and gives back what it said. It and all that it starts end with `stop`, and with
 * this process, however that ends: its channel to us closes (see ends-with-parent.cjs).
 * @param failed said when it does not end well
 * @throws StepFailed, or the signal's reason
 */
export async function runStep(
  args: readonly string[],
  { cwd, env = {}, stop, failed }: { cwd: string; env?: Record<string, string>; stop?: AbortSignal; failed: string },
): Promise<string> {
  stop?.throwIfAborted()
  const child = spawn(process.execPath, ['--require', require.resolve('./ends-with-parent.cjs'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, so that its helpers can be ended with it.
    detached: process.platform !== 'win32',
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', part => (output += part))
  const end = () => endGroup(child)
  stop?.addEventListener('abort', end)
  try {
    const code = await new Promise<number | string>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status, signal) => resolve(status ?? signal ?? 1))
    })
    stop?.throwIfAborted()
    if (code !== 0) throw new StepFailed(failed, output || String(code), code)
    return output
  } finally {
    stop?.removeEventListener('abort', end)
  }
}

/** Nothing that a step leaves half done is used, so it need not be asked. */
function endGroup(child: ChildProcess): void {
  if (process.platform === 'win32' || !child.pid) return void child.kill('SIGKILL')
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
