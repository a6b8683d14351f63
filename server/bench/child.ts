import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The service as it is deployed: compiled, started by node alone. */
export const SERVICE = 'dist/service/server/src/main.js'

/** Starts a script, compiled or not, that prints `{"ready": address}`. Rejects when it exits before. */
export async function child(
  args: string[],
  env: Record<string, string>,
): Promise<{ process: ChildProcess; address: string }> {
  const it = spawn(process.execPath, [...(args[0]!.endsWith('.ts') ? ['--import', 'tsx'] : []), ...args], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    it.stdout!.on('data', (chunk: Buffer) => {
      const found = /"ready":"([^"]+)"/.exec(chunk.toString())
      if (found) resolve(found[1]!)
    })
    it.once('exit', code => reject(new Error(`exited ${code}`)))
  })
  return { process: it, address }
}

/** Asks it to stop and waits until it has. */
export async function stopped(it: ChildProcess): Promise<void> {
  it.kill('SIGTERM')
  while (it.exitCode === null && it.signalCode === null) await sleep(50)
}

/** The most memory that a process has had, MB as Linux counts it. */
export const peakMegabytes = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
