import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { hostNow, lanHost, openLan } from '../../scripts/start/lan'
import { qrLines } from '../../scripts/start/qr-lines'

const of = (address: string, internal = false) =>
  [{ address, family: 'IPv4', internal }] as unknown as os.NetworkInterfaceInfo[]

test('the address is that of a network, before those of virtual machines and never the machine’s own', () => {
  const lo = of('127.0.0.1', true)
  expect(lanHost({ lo, docker0: of('172.17.0.1'), wlan0: of('192.168.1.5') })).toBe('192.168.1.5')
  expect(lanHost({ lo, docker0: of('172.17.0.1') })).toBe('172.17.0.1')
  expect(lanHost({ lo })).toBeUndefined()
})

test('another network is another address; one more beside it, or none for a while, is not', () => {
  const lo = of('127.0.0.1', true)
  const home = '192.168.1.5'
  expect(hostNow(home, { lo, wlan0: of('192.168.43.7') })).toBe('192.168.43.7')
  expect(hostNow(home, { lo, eth0: of('10.0.0.2'), wlan0: of(home) })).toBe(home)
  expect(hostNow(home, { lo })).toBe(home)
})

test('a code in a terminal has every module, two rows a line, and its quiet zone', () => {
  const lines = qrLines('http://192.168.1.5:8090/room')
  const width = lines[0]!.length
  expect(lines.every(it => it.length === width && /^[ ▄▀█]+$/.test(it))).toBe(true)
  expect(lines).toHaveLength(Math.ceil(width / 2))
  expect(lines[0]).toBe('█'.repeat(width))
  // The corner's eye: a dark row of seven below two quiet ones.
  expect(lines[1]!.slice(2, 9)).toMatch(/^ ▄▄▄▄▄ $/)
})

describe('what a local network reaches', () => {
  let root: string
  let lan: Awaited<ReturnType<typeof openLan>>
  const reached: string[] = []
  const rooms = http.createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`)
    response.end('rooms')
  })
  rooms.on('upgrade', (request: http.IncomingMessage, socket: net.Socket) => {
    reached.push(`upgrade ${request.url}`)
    socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')
  })
  beforeAll(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'lan-'))
    fs.mkdirSync(path.join(root, 'dist/h5'), { recursive: true })
    fs.writeFileSync(path.join(root, 'dist/h5/index.html'), '<!doctype html><title>页</title>')
    fs.writeFileSync(path.join(root, 'secret'), 'secret')
    lan = await openLan(root, 0, '127.0.0.1', () => undefined)
    lan.mountRooms(rooms)
  })
  afterAll(async () => {
    await lan.close()
    fs.rmSync(root, { recursive: true })
  })
  beforeEach(() => reached.splice(0))
  const upgrade = (target: string) =>
    new Promise<number | string>(resolve => {
      const headers = { connection: 'Upgrade', upgrade: 'websocket' }
      const { port } = new URL(lan.address)
      const request = http.request({ host: '127.0.0.1', port, path: `/${target}`, headers })
      request.on('upgrade', (answer, socket) => {
        socket.destroy()
        resolve(answer.statusCode!)
      })
      request.on('response', answer => resolve(answer.statusCode!))
      request.on('error', () => resolve('cut'))
      request.end()
    })

  test('rooms and the app’s files', async () => {
    expect((await fetch(lan.address)).status).toBe(200)
    expect(await (await fetch(`${lan.address}v1/rooms`, { method: 'POST' })).text()).toBe('rooms')
    expect(await upgrade('v1/rooms/socket')).toBe(101)
    const short = await fetch(`${lan.address}room`, { redirect: 'manual' })
    expect(short.headers.get('location')).toBe('./#/subpackages/exam/room/index')
    expect(reached).toEqual(['POST /v1/rooms', 'upgrade /v1/rooms/socket'])
  })

  test('it ends while phones are in a room: what was upgraded is not waited for', async () => {
    const other = await openLan(root, 0, '127.0.0.1', () => undefined)
    const hall = http.createServer()
    hall.on('upgrade', (_request, socket: net.Socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
    )
    other.mountRooms(hall)
    const phone = await new Promise<net.Socket>(resolve => {
      const headers = { connection: 'Upgrade', upgrade: 'websocket' }
      const request = http.request(`${other.address}v1/rooms/socket`, { headers })
      request.on('upgrade', (_answer, socket: net.Socket) => resolve(socket))
      request.end()
    })
    const cut = new Promise(resolve => phone.resume().once('close', resolve))
    await other.close()
    await cut
  })

  test.each([
    'v1/me',
    'v1/auth/demo',
    'v1/demo',
    'v1/roomsx',
    'v1/rooms/../me',
    'v1/rooms/%2e%2e/me',
    'v1//rooms',
    'V1/rooms',
    'docs',
    'docs/json',
    'metrics',
    'healthz',
    'readyz',
    'secret',
    '../secret',
    '%2e%2e/secret',
  ])('%s is not among them', async target => {
    const statuses = await Promise.all(
      ['GET', 'POST'].map(
        method =>
          new Promise<number>((resolve, reject) => {
            const { port } = new URL(lan.address)
            // As it is written: fetch would tidy it.
            const request = http.request({ host: '127.0.0.1', port, path: `/${target}`, method }, answer => {
              answer.resume()
              resolve(answer.statusCode!)
            })
            request.on('error', reject)
            request.end()
          }),
      ),
    )
    if (target.startsWith('v1/rooms/')) return expect(reached.every(it => it.includes('/v1/rooms/'))).toBe(true)
    expect(statuses.every(it => it === 404 || it === 403 || it === 400)).toBe(true)
    // Whoever offers another protocol is answered like everybody else.
    expect(await upgrade(target)).toBe(statuses[0])
    expect(reached).toEqual([])
  })
})
