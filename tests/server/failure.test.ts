import assert from 'node:assert/strict'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { loadKeys } from '../../server/src/auth/keys'
import { migrate } from '../../server/src/database/migrate'
import { connect } from '../../server/src/database/pool'
import { inWords } from '../../server/src/failure'
import { readConfig } from '../../server/src/config'

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
