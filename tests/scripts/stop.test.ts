import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

// What npm runs is the child of a shell, and the shell is npm's.
const inProc = process.platform === 'linux' ? test : test.skip
const PROBE = path.resolve('scripts/start/stop.ts')

inProc(
  'an npm that is killed leaves nothing running: its shell is no reason to go on',
  async () => {
    const script = `const { stopAsked } = require(${JSON.stringify(PROBE)})
    const on = setInterval(() => undefined, 1000)
    stopAsked().addEventListener('abort', () => clearInterval(on))
    console.log('pid ' + process.pid)`
    const shell = `sh -c '"${process.execPath}" --import tsx -e "$SCRIPT"; :' & wait`
    const npm = spawn('sh', ['-c', shell], {
      env: { ...process.env, SCRIPT: script, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await pidSaid(npm)
    npm.kill('SIGKILL')
    const until = Date.now() + 5_000
    while (runs(pid) && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 50))
    const left = runs(pid)
    if (left) process.kill(pid, 'SIGKILL')
    expect(left).toBe(false)
  },
  30_000,
)

const pidSaid = (child: ChildProcess) =>
  new Promise<number>(resolve =>
    child.stdout!.on('data', (text: Buffer) => {
      const pid = /pid (\d+)/.exec(String(text))?.[1]
      if (pid !== undefined) resolve(Number(pid))
    }),
  )

function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
