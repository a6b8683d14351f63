import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { complaintIn } from '../../server/postgres/complaint'
import { sweepHalfMade } from '../../server/postgres/place'
import { alive } from '../../server/postgres/process-mark'
import { postmasterPid, startEmbedded } from '../../server/postgres/embedded'
import { connect } from '../../server/src/database/pool'
import { inWords } from '../../domain/text/failure'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-pg-'))
fs.chmodSync(dir, 0o755)
after(() => fs.rmSync(dir, { recursive: true, force: true }))

async function ask(url: string, query: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

test('the embedded database listens on loopback with a password, keeps what it has through kill −9, and stops', async () => {
  const first = await startEmbedded(dir)
  assert.equal(fs.statSync(path.join(first.home, 'password')).mode & 0o777, 0o600)
  assert.equal((await ask(first.url, 'show listen_addresses'))[0].listen_addresses, '127.0.0.1')
  assert.notEqual(new URL(first.url).port, '5432')
  await assert.rejects(() => ask(first.url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1'))
  await ask(first.url, 'create table kept (n int)')
  await ask(first.url, 'insert into kept values (42)')

  // Another user of the cluster: the same server, and one leaving does not take it from the other.
  const script = `require('./server/postgres/embedded').startEmbedded(${JSON.stringify(dir)}).then(async it => {
    console.log(it.pid); await it.stop(); process.exit(0) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await new Promise(resolve => child.once('close', resolve))
  assert.equal(Number(printed), first.pid)
  assert.ok(alive(first.pid))

  process.kill(first.pid, 'SIGKILL')
  while (alive(first.pid)) await sleep(20)
  const second = await startEmbedded(dir)
  assert.notEqual(second.pid, first.pid)
  assert.equal((await ask(second.url, 'select n from kept'))[0].n, 42)
  await second.stop()
  assert.ok(!alive(second.pid))
})

// Seen on a full disk: the server did not come to its end, and ran on without anybody.
test('a server that cannot end in order is ended all the same, and keeps what it has', async () => {
  const first = await startEmbedded(dir)
  await ask(first.url, 'create table written (n int)')
  const client = new pg.Client({ connectionString: first.url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  process.kill(rows[0].pid, 'SIGSTOP')
  await first.stop()
  assert.ok(!alive(first.pid))
  const second = await startEmbedded(dir)
  assert.deepEqual(await ask(second.url, 'select n from written'), [])
  await second.stop()
})

test('a stranger that was given the process id of the stopped server is neither waited for nor sent a signal', async () => {
  const first = await startEmbedded(dir)
  const file = path.join(first.home, 'data/postmaster.pid')
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  await first.stop()
  // Of PostgreSQL's own account, which it takes for a server of this folder.
  const { uid, gid } = fs.statSync(path.join(first.home, 'data'))
  const account = process.getuid?.() === 0 ? { uid, gid } : {}
  const stranger = spawn('sleep', ['600'], { ...account, cwd: '/', stdio: 'ignore' })
  try {
    fs.writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'))
    fs.chownSync(file, uid, gid)
    const began = Date.now()
    const second = await startEmbedded(dir)
    assert.ok(Date.now() - began < 25_000, `${Date.now() - began} ms`)
    assert.equal((await ask(second.url, 'select n from kept'))[0].n, 42)
    await second.stop()
    assert.ok(!alive(second.pid))
    assert.ok(alive(stranger.pid!))

    fs.writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'))
    assert.equal(postmasterPid(first), undefined)
    assert.ok(alive(stranger.pid!))
  } finally {
    fs.rmSync(file, { force: true })
    stranger.kill('SIGKILL')
  }
})

test('several that start at once on an empty folder make one database and share it', async () => {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-pg-'))
  fs.chmodSync(place, 0o755)
  const script = `require('./server/postgres/embedded').startEmbedded(${JSON.stringify(place)}).then(async it => {
    console.log(it.url, it.pid); process.stdin.once('data', async () => { await it.stop(); process.exit(0) }) })`
  const starters = Array.from({ length: 3 }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['pipe', 'pipe', 'pipe'] })
    let [printed, complaint] = ['', '']
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    const up = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('\n')) resolve(printed.trim())
      })
      child.once('close', () => reject(new Error(complaint)))
    })
    return { child, up }
  })
  try {
    const said = await Promise.all(starters.map(it => it.up))
    assert.equal(new Set(said).size, 1, said.join())
    assert.equal((await ask(said[0]!.split(' ')[0]!, 'select 1 as one'))[0].one, 1)
  } finally {
    for (const { child } of starters) child.stdin.end('stop')
    await Promise.all(
      starters.map(({ child }) => child.exitCode ?? new Promise(resolve => child.once('close', resolve))),
    )
    fs.rmSync(place, { recursive: true, force: true })
  }
})

test('a cold copy of the stopped database opens with everything in it', async () => {
  const running = await startEmbedded(dir)
  await running.stop()
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-copy-'))
  fs.chmodSync(copy, 0o755)
  try {
    fs.cpSync(running.home, path.join(copy, 'postgres'), { recursive: true })
    // cp as root makes the copies root's own: back to the owner, as docs/operations.md says.
    const { uid, gid } = fs.statSync(path.join(running.home, 'data'))
    for (const file of fs.readdirSync(path.join(copy, 'postgres/data'), { recursive: true }) as string[]) {
      fs.lchownSync(path.join(copy, 'postgres/data', file), uid, gid)
    }
    fs.lchownSync(path.join(copy, 'postgres/data'), uid, gid)
    // Newer Nodes copy a folder without its mode, and PostgreSQL refuses one that others may read.
    fs.chmodSync(path.join(copy, 'postgres/data'), 0o700)
    const restored = await startEmbedded(copy)
    assert.equal((await ask(restored.url, 'select n from kept'))[0].n, 42)
    await restored.stop()
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
})

test('connections that end because the service stops its database are not told of as lost', async () => {
  const running = await startEmbedded(dir)
  const lost: Error[] = []
  const { pool, close } = connect(running.url, 8, error => lost.push(error))
  await Promise.all(Array.from({ length: 8 }, () => pool.query('select pg_sleep(0.05)')))
  await close()
  await running.stop()
  // What the server has said before it ended has come by now.
  await sleep(100)
  assert.deepEqual(lost.map(String), [])
})

test('what a process makes beside its place stays while that lives, and is cleared away when it was killed', async () => {
  const home = fs.mkdtempSync(path.join(dir, 'home-'))
  const script = `const half = require('./server/postgres/place').halfMade(${JSON.stringify(home)})
    require('node:fs').writeFileSync(half + '/pwfile', 'secret'); console.log(half); setInterval(() => {}, 1000)`
  const maker = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(maker.stdout, 'data')
  const [left] = fs.readdirSync(home)
  for (const name of ['data', 'new-XyZ123', 'new-Old123']) fs.mkdirSync(path.join(home, name))
  // Of an older version, which did not say who makes it.
  fs.utimesSync(path.join(home, 'new-Old123'), 1000, 1000)
  sweepHalfMade(home)
  assert.deepEqual(fs.readdirSync(home).sort(), ['data', left, 'new-XyZ123'].sort())
  maker.kill('SIGKILL')
  await once(maker, 'exit')
  sweepHalfMade(home)
  assert.deepEqual(fs.readdirSync(home).sort(), ['data', 'new-XyZ123'])
})

test('killed while it makes its cluster, the next start makes it whole and nothing is left', async () => {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-pg-'))
  fs.chmodSync(place, 0o755)
  const home = path.join(place, 'postgres')
  try {
    const script = `require('./server/postgres/embedded').startEmbedded(${JSON.stringify(place)})`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: 'ignore' })
    const half = () => fs.existsSync(home) && fs.readdirSync(home).find(name => name.startsWith('new-'))
    while (!half() || !fs.existsSync(path.join(home, half() as string, 'data'))) await sleep(5)
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.ok(half())
    const running = await startEmbedded(place)
    assert.equal(half(), undefined)
    assert.equal((await ask(running.url, 'select 1 as one'))[0].one, 1)
    await running.stop()
  } finally {
    fs.rmSync(place, { recursive: true, force: true })
  }
})

test('what a killed start has left is gone with the next, though an initdb that outlived it still writes there', async () => {
  const home = path.join(dir, 'postgres')
  const left = path.join(home, 'new-2147483646_1_Gone12')
  fs.mkdirSync(left)
  // Like an initdb it makes a folder for what it writes, until the server is about to be up.
  const script = `const fs = require('node:fs'), [left, up] = ${JSON.stringify([left, path.join(home, 'data/postmaster.pid')])}
    console.log('writes')
    for (let i = 0; !fs.existsSync(up); i++) {
      fs.mkdirSync(left + '/data', { recursive: true })
      fs.writeFileSync(left + '/data/' + i, 'x')
    }`
  const outlived = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(outlived.stdout, 'data')
  const running = await startEmbedded(dir)
  assert.equal(fs.existsSync(left), false)
  await running.stop()
})

test('a disk that is full while the cluster is made or starts is told as such, with the place', async () => {
  const said = 'FATAL:  could not write to file "pg_wal/xlogtemp.77": No space left on device\n'
  const full = complaintIn(`LOG:  starting\n${said}`, '/data')
  assert.equal(inWords(full!), '磁盘满了，请腾出空间再试：/data/pg_wal/xlogtemp.77（ENOSPC）')
  const initdb = complaintIn('initdb: error: could not create directory "/a/new-1": Read-only file system\n', '/data')
  assert.match(inWords(initdb!), /磁盘是只读的.*：\/a\/new-1（EROFS）/)
  assert.match(inWords(complaintIn('error: Too many open files', '/data')!), /打开的文件太多.*：\/data（EMFILE）/)
  assert.equal(complaintIn('FATAL:  lock file "postmaster.pid" already exists', '/data'), undefined)
})

test('why a server that died does not come up again is heard once, and it is up when that is mended', async () => {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-pg-'))
  fs.chmodSync(place, 0o755)
  const heard: string[] = []
  const running = await startEmbedded(place, { onDown: error => heard.push(inWords(error)) })
  const version = path.join(running.home, 'data/PG_VERSION')
  const tries = () =>
    fs.readFileSync(path.join(running.home, 'postgres.log'), 'utf8').split('Permission denied').length - 1
  try {
    fs.chmodSync(version, 0)
    process.kill(running.pid, 'SIGKILL')
    while (tries() < 2 || heard.length === 0) await sleep(50)
    fs.chmodSync(version, 0o600)
    while (!postmasterPid(running)) await sleep(50)
    assert.equal(heard.length, 1, heard.join())
    assert.equal(heard[0], `没有权限，请看它归谁所有、能不能读写：${version}（EACCES）`)
  } finally {
    await running.stop()
    fs.rmSync(place, { recursive: true, force: true })
  }
})
