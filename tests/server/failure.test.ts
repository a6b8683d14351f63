import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { parseArgs } from 'node:util'
import Fastify from 'fastify'
import { loadKeys } from '../../server/src/auth/keys'
import { migrate } from '../../server/src/database/migrate'
import { connect } from '../../server/src/database/pool'
import { inWords } from '../../domain/text/failure'
import { readConfig } from '../../server/src/config'
import { errors } from '../../server/src/plugins/errors'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-fail-'))
after(() => fs.rmSync(dir, { recursive: true, force: true }))

const failureOf = async (work: () => unknown) => {
  try {
    await work()
  } catch (error) {
    return inWords(error as Error)
  }
  return assert.fail('it went well')
}

test('a command line that is misspelt is told in words, with the word', async () => {
  const read = (...args: string[]) => parseArgs({ args, options: { on: { type: 'string' }, all: { type: 'boolean' } } })
  for (const [args, words] of [
    [['--onn', 'x'], /^没有这个参数：--onn（/],
    [['--on'], /^这个参数写得不对.*：--on（/],
    [['--all=1'], /^这个参数写得不对.*：--all（/],
    [['more'], /^这里不能写这个词：more（/],
  ] as const)
    assert.match(await failureOf(() => read(...args)), words)
})

test('a data folder that cannot be is told in words, with its path', async () => {
  fs.writeFileSync(path.join(dir, 'file'), '')
  const inFile = path.join(dir, 'file/data')
  const said = await failureOf(() => loadKeys(readConfig({ DATA_DIR: inFile })))
  assert.match(said, /不是文件夹.*：.*file\/data/)
})

test('a database that is not there is told in words, and the password is not', async () => {
  const probe = net.createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as net.AddressInfo
  await new Promise(resolve => probe.close(resolve))
  const { pool, close } = connect(`postgres://u:geheim@localhost:${port}/x`, 1, () => undefined)
  const said = await failureOf(() => migrate(pool))
  await close()
  assert.match(said, /数据库连不上/)
  assert.doesNotMatch(said, /geheim/)
})

test('a phone that goes away while it sends is not told as a database that is away', async t => {
  const said: string[] = []
  const app = Fastify({ logger: { level: 'warn', stream: { write: line => said.push(line) } } })
  t.after(() => app.close())
  await app.register(errors)
  const answered = new Promise<string>(resolve =>
    app.addHook('onSend', async (_request, reply) => resolve(`${reply.statusCode} ${reply.refusal}`)),
  )
  app.post('/', async () => ({}))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const phone = net.connect((app.server.address() as net.AddressInfo).port, '127.0.0.1')
  phone.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{', () =>
    setTimeout(() => phone.destroy(), 50),
  )
  assert.equal(await answered, '400 gone')
  assert.deepEqual(said, [])
})

test('a port that is taken is told in words', async () => {
  const first = net.createServer()
  await new Promise<void>(resolve => first.listen(0, '127.0.0.1', resolve))
  const { port } = first.address() as net.AddressInfo
  const said = await failureOf(
    () =>
      new Promise((resolve, reject) =>
        net.createServer().once('error', reject).once('listening', resolve).listen(port, '127.0.0.1'),
      ),
  )
  first.close()
  assert.match(said, new RegExp(`占用.*${port}`))
})

/** What a command says and whether it made its data folder, with no database named. */
function withoutDatabase(...command: string[]): Promise<{ code: number; said: string; made: boolean }> {
  const data = path.join(dir, 'data')
  const env = { ...process.env, DATABASE_URL: '', DEMO: '', DATA_DIR: data }
  return new Promise(resolve => {
    execFile(process.execPath, ['--import', 'tsx', ...command], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr, made: fs.existsSync(data) }),
    )
  })
}

test('an operator’s command and the service without DATABASE_URL say so and make no database of their own', async () => {
  for (const command of [
    ['server/src/cli/migrate.ts'],
    ['server/src/cli/roster.ts', 'requests', '--tenant', 't', '--by', '示例李四'],
    ['server/src/main.ts'],
  ]) {
    const { code, said, made } = await withoutDatabase(...command)
    assert.match(said, /没有设置 DATABASE_URL，什么都没有做。.*DEMO=1/, command[0])
    assert.deepEqual([code, made], [1, false], command[0])
  }
})
