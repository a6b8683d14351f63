import { once } from 'node:events'
import net from 'node:net'
import { freePort, portProblem } from '../../scripts/start/port'

const HOST = '127.0.0.1'

it('takes a free port, and any with 0', async () => {
  const other = net.createServer().listen(0, HOST)
  await once(other, 'listening')
  const { port } = other.address() as net.AddressInfo
  other.close()
  await once(other, 'close')
  expect(await freePort(HOST, String(port))).toBe(port)
  expect(await freePort(HOST, '0')).toBe(0)
})

it('a port that is taken is named with what to do', async () => {
  const other = net.createServer().listen(0, HOST)
  await once(other, 'listening')
  const { port } = other.address() as net.AddressInfo
  await expect(freePort(HOST, String(port))).rejects.toThrow(
    `端口 ${port} 已被占用（也许已经有一个 npm start 在运行）。关掉它，或换一个端口：PORT=${port + 1} npm start`,
  )
  other.close()
})

it.each(['abc', '-1', '70000', '80.5'])('PORT=%s is no port', async wanted => {
  await expect(freePort(HOST, wanted)).rejects.toThrow('PORT 应当是 0 到 65535 的整数')
})

it('a port that this user may not have is named too, with one that they may', () => {
  const problem = portProblem(80, Object.assign(new Error('no'), { code: 'EACCES' }))
  expect(problem.message).toBe('没有权限使用端口 80，换一个：PORT=8080 npm start')
})

it('what to do says --lan again where it was said', () => {
  process.argv.push('--lan')
  const problem = portProblem(8090, Object.assign(new Error('no'), { code: 'EADDRINUSE' }), 'LAN_PORT')
  process.argv.pop()
  expect(problem.message).toMatch(/LAN_PORT=8091 npm start -- --lan$/)
})
