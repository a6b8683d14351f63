import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import { spawn, spawnSync } from 'node:child_process'

let chosen: string | undefined

/** The machine's own ffmpeg when there is one (newer encoders), else the one that ships in the npm package. */
function ffmpegPath(): string {
  chosen ??= process.env.FFMPEG ?? (spawnSync('ffmpeg', ['-version']).status === 0 ? 'ffmpeg' : ffmpegInstaller.path)
  return chosen
}

/** Runs ffmpeg and returns what it said on stderr. Throws with the last lines when it fails. */
export function ffmpeg(args: readonly string[], input?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      ffmpegPath(),
      ['-hide_banner', '-nostdin', '-y', ...args].filter(a => input === undefined || a !== '-nostdin'),
      { stdio: ['pipe', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', code =>
      code === 0
        ? resolve(said)
        : reject(new Error(`ffmpeg ended with ${code}: ${said.split('\n').slice(-6).join('\n')}`)),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
