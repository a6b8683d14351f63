import os from 'node:os'
import { qrLines } from './qr-lines'
import { inWords } from '../../domain/text/failure'
import type { Progress } from '../build/progress'
import { freePort } from './port'
import { serveApp, type StaticServer } from './static-server'

/** Beside the usual port: what listens there is another server. */
const USUAL = 8090

const LOOK_MS = 3_000

type Interfaces = ReturnType<typeof os.networkInterfaces>

/** Where rooms are reached from this machine's network. */
export interface Lan {
  /** With a slash at the end. */
  address: string
  close(): Promise<void>
}

/**
 * The first address that other machines of a home's or an office's network know this one by; undefined without a network.
 * Addresses of virtual machines and tunnels come last, by their interfaces' names.
 */
export function lanHost(interfaces: Interfaces = os.networkInterfaces()): string | undefined {
  const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale)/i
  const all = outward(interfaces)
  return (all.find(it => !virtual.test(it.name)) ?? all[0])?.address
}

const outward = (interfaces: Interfaces) =>
  Object.entries(interfaces).flatMap(([name, list = []]) =>
    list.filter(it => it.family === 'IPv4' && !it.internal).map(it => ({ name, address: it.address })),
  )

/** The address that phones come by from now on: `host` while the machine still has it, and while there is no other. */
export const hostNow = (host: string, interfaces: Interfaces = os.networkInterfaces()): string =>
  outward(interfaces).some(it => it.address === host) ? host : (lanHost(interfaces) ?? host)

/**
 * Looks every few seconds whether the machine has changed its network: a hotspot instead of the Wi-Fi is another address.
 * @returns ends it
 */
export function watchHost(host: string, moved: (host: string) => void): () => void {
  let known = host
  const looking = setInterval(() => {
    const found = hostNow(known)
    if (found === known) return
    known = found
    moved(found)
  }, LOOK_MS)
  looking.unref()
  return () => clearInterval(looking)
}

/** The port of `LAN_PORT`. Throws Error that says what to do. */
export const lanPort = (): Promise<number> => freePort('0.0.0.0', process.env.LAN_PORT ?? String(USUAL), 'LAN_PORT')

/**
 * Serves the app's files, which are public anyway, to the local network. Rooms are mounted on it and nothing else of the service.
 * Plain HTTP: phones' browsers take it, the mini-program does not.
 */
export async function openLan(root: string, port: number, host: string, onTrouble: (error: Error) => void) {
  const server: StaticServer = await serveApp(root, port, '0.0.0.0', onTrouble)
  server.mount((_request, response) => void response.writeHead(404).end('Not found'))
  return { ...server, address: `http://${host}:${new URL(server.address).port}/` }
}

/** Says where the screen is, at `screen` of this machine, and where phones come in, as an address and as a code to scan. */
export function tellLan({ address }: Pick<Lan, 'address'>, screen: string, progress: Progress): void {
  progress.done(
    `\n  现场：大屏幕在这台电脑上打开  ${screen}screen\n` +
      `  手机连同一个 Wi-Fi，浏览器打开  ${address}room  输入大屏幕上的六位数字\n` +
      '  只开放了现场和网页文件，没有演示身份，也看不到支部的数据；小程序要有域名才能进。\n\n' +
      qrLines(`${address}room`)
        .map(line => `  ${line}`)
        .join('\n'),
  )
}

/** The address has changed while it runs. */
export function tellMoved(address: string, progress: Progress): void {
  progress.done(
    `这台电脑换了网络，手机现在打开  ${address}room  ，大屏幕上的码也换了；已经进来的手机要重新扫，算新来的人。`,
  )
}

/** Without a network there is nothing to open; the rest goes on. */
export const noLan = (progress: Progress, error?: Error): void =>
  progress.done(`现场没有开放给手机：${error ? inWords(error) : '这台电脑没有连上 Wi-Fi 或网线，连上以后再运行一次'}`)
