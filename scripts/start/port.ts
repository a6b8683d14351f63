import { once } from 'node:events'
import net from 'node:net'

/** Where the app is served when nobody says. */
export const USUAL = 8080

/** What was typed to start this, to be typed again: without its `--lan` no phone would get in. */
const again = (args = process.argv) => `npm start${args.includes('--lan') ? ' -- --lan' : ''}`

/**
 * The port that the variable `name` wants, if it is one and nobody has it: said before anything is built, not a minute later.
 * @throws Error that says what to do
 */
export async function freePort(host: string, wanted = String(USUAL), name = 'PORT'): Promise<number> {
  const port = Number(wanted || USUAL)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`${name} 应当是 0 到 65535 的整数，不是“${wanted}”，如 ${name}=${USUAL} ${again()}`)
  const probe = net.createServer().listen(port, host)
  try {
    await once(probe, 'listening')
  } catch (error) {
    throw portProblem(port, error as NodeJS.ErrnoException, name)
  }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Why a port cannot be had, and what to do. */
export function portProblem(port: number, error: NodeJS.ErrnoException, name = 'PORT'): Error {
  const another = `${name}=${port > 1023 && port < 65535 ? port + 1 : USUAL} ${again()}`
  if (error.code === 'EADDRINUSE')
    return new Error(`端口 ${port} 已被占用（也许已经有一个 npm start 在运行）。关掉它，或换一个端口：${another}`)
  if (error.code === 'EACCES') return new Error(`没有权限使用端口 ${port}，换一个：${another}`)
  return error
}
